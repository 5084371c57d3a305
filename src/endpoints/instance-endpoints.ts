import { Fn, Token } from 'cdktf';
import { type Protocol } from '../network/protocol';

/** What the provider tells of one instance of a broker. */
export interface InstanceEndpoints {
  /** Its URLs for messaging, one a protocol, in an order that has changed between provider versions. */
  readonly endpoints: string[];
  readonly consoleUrl: string;
}

/** URL of an instance for a protocol, found by its scheme: an index would follow the provider's order. */
export function endpointUrl(instance: InstanceEndpoints, { scheme }: Protocol): string {
  if (scheme === 'https') return instance.consoleUrl;
  return Token.asString(Fn.regex(`(?m)^${scheme.replace('+', '[+]')}://.*$`, Fn.join('\n', instance.endpoints)));
}

/** Host of a URL. */
export function hostOf(url: string): string {
  return Token.asString(Fn.element(Fn.regex('//([^:/]+)', url), 0));
}
