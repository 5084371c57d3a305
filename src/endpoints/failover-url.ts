import { judge, messageOf } from '../rules/rule';
import { ruleViolationError } from '../rules/rule-violation-error';
import { isUnknown, known } from '../tokens/known';
import { FAILOVER_RULES } from './failover-rules';

/** Values of the query of a failover URL; what is absent is left to the client library. */
export type FailoverQuery = Record<string, string | number | boolean | undefined>;

/** The composite URL by which a client library follows the active instance: `failover:(URL,URL)?option=value`. */
export function failoverUrl(urls: readonly string[], query: FailoverQuery): string {
  const options = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? encoded(value) : value}`);
  return `failover:(${urls.join(',')})${options.length > 0 ? `?${options.join('&')}` : ''}`;
}

/**
 * Looks at the numbers among the options of a failover URL, by their path in the props.
 *
 * @throws RuleViolationError where one is not a number that the client takes
 */
export function checkFailoverOptions(call: string, options: FailoverQuery, least: Record<string, number>): void {
  const findings = judge(FAILOVER_RULES, { options: known(options), least });
  if (findings.length === 0) return;
  throw ruleViolationError(
    call,
    findings.map((finding) => ({ ...finding, message: messageOf(finding) })),
  );
}

/** Options under the names that a client library expects in the query. */
export function renamed<Options extends object>(
  options: Options,
  name: (option: keyof Options & string) => string,
): FailoverQuery {
  return Object.fromEntries(
    Object.entries(options).map(([option, value]) => [name(option as keyof Options & string), value]),
  );
}

/** Parentheses as well, which have a meaning in a failover URL; what only Terraform knows as it stands. */
function encoded(text: string): string {
  if (isUnknown(text)) return text;
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
