import { type Protocol } from '../amazon-mq/protocol';
import { expression, quoted } from '../tokens/expression';

/** What the provider tells of one instance of a broker. */
export interface InstanceEndpoints {
  /** Its URLs for messaging, one a protocol, in an order that has changed between provider versions. */
  readonly endpoints: string[];
  readonly consoleUrl: string;
}

/** URL of an instance for a protocol, found by its scheme: an index would follow the provider's order. */
export function endpointUrl(instance: InstanceEndpoints, { scheme }: Protocol): string {
  if (scheme === 'https') return instance.consoleUrl;
  const line = quoted(`(?m)^${scheme.replace('+', '[+]')}://.*$`);
  return expression`regex(${line}, join("\n", ${instance.endpoints}))`;
}

/** Host of a URL. */
export function hostOf(url: string): string {
  return expression`element(regex("//([^:/]+)", ${url}), 0)`;
}
