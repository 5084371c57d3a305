import { type Kinds, takeStruct } from '../props/kinds';
import { nothingFound, PROP_RULES } from '../props/prop-rules';
import { type Finding, judge, messageOf } from '../rules/rule';
import { ruleViolationError } from '../rules/rule-violation-error';
import { isUnknown, omitUnresolved } from '../tokens/known';
import { terraformString } from '../tokens/terraform-string';
import { FAILOVER_RULES } from './failover-rules';

/** Values of the query of a failover URL; for what is absent the client library has its default. */
type FailoverQuery = Record<string, string | number | boolean | undefined>;

/** The one URL with which a client library follows the active instance: `failover:(URL,URL)?option=value`. */
export function failoverUrl(urls: readonly string[], query: FailoverQuery): string {
  const options = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? encoded(value) : value}`);
  return `failover:(${urls.join(',')})${options.length > 0 ? `?${options.join('&')}` : ''}`;
}

/**
 * The options of a failover URL with every token in the encoding that a text takes.
 *
 * @throws RuleViolationError if an option is of another type
 */
export function takeOptions<Options extends object>(call: string, kinds: Kinds<Options>, options: Options): Options {
  const found = nothingFound();
  const taken = takeStruct(kinds, options, '', found);
  throwIfBroken(call, judge(PROP_RULES, { ...found, templates: [] }));
  return taken;
}

/**
 * Checks the numbers among the options of a failover URL, by their path in the props.
 *
 * @throws RuleViolationError if the client does not accept a number
 */
export function checkFailoverOptions(call: string, options: FailoverQuery, least: Record<string, number>): void {
  throwIfBroken(call, judge(FAILOVER_RULES, { options: omitUnresolved(options), least }));
}

function throwIfBroken(call: string, broken: Finding[]): void {
  if (broken.length === 0) return;
  throw ruleViolationError(
    call,
    broken.map((each) => ({ code: each.code, message: messageOf(each) })),
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

/** Encodes parentheses as well, which have a meaning in a failover URL. Only Terraform could encode a token. */
function encoded(text: string): string {
  if (isUnknown(text)) return terraformString(text);
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
