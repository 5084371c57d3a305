import { DOCUMENT_RULES } from '../../src/document/check/document-rules';
import { RULES } from '../../src/rule-table';
import { guidanceOf, renameFacts, type Rule } from '../../src/rules/rule';
import { literal, plain, template } from './expression';

/**
 * A rule of the package as Terraform can say it: of a value, or of each item of a collection. What is allowed, what to do
 * and why come from the package's rule of the code, unless what the module allows differs.
 */
export interface RuleInHcl {
  /** Code of the rule: of the package, or where the package's types leave no room for the mistake, the module's own. */
  readonly code: string;
  /** What of the module it is about, where that is not the whole input. */
  readonly subject?: string;
  /** The items, as the head of a `for` expression: `name in keys(var.users)`; left out where it is of one value. */
  readonly each?: string;
  /** Whether the value or item is right. */
  readonly holds: string;
  /** What of it is shown where it is wrong; never a secret. */
  readonly shows: string;
  /** Whether what is shown is derived from a sensitive input, and may be shown nevertheless. */
  readonly revealed?: boolean;
  /** Facts on which the texts of the package's rule depend. */
  readonly facts?: object;
  readonly allowed?: string;
  readonly remedy?: string;
  readonly reason?: string;
}

/** What a message says beside the value. */
interface Texts {
  readonly allowed: string;
  readonly remedy: string;
  readonly reason: string;
}

/** The expression that is true where the rule holds. */
export function condition({ each, holds }: RuleInHcl): string {
  return each === undefined ? holds : `alltrue([for ${each} : ${holds}])`;
}

/** The message where a rule does not hold, in the words of the package's rules, as HCL writes it. */
export function message(subject: string, rule: RuleInHcl): string {
  return `"${errorText(subject, rule, (text) => literal(text).slice(1, -1))}"`;
}

/** Both as Terraform's JSON syntax has them, of a rule that the caller may acknowledge, where the module has such an input. */
export function jsonCondition(
  subject: string,
  rule: RuleInHcl,
  { isAcknowledgeable = true } = {},
): { condition: string; errorMessage: string } {
  const acknowledged = `contains(keys(var.acknowledge), ${literal(rule.code)})`;
  return {
    condition: template(isAcknowledgeable ? `${acknowledged} || (${condition(rule)})` : condition(rule)),
    errorMessage: errorText(subject, rule, plain),
  };
}

/** What the rule of a code says, in the module's own names of facts. */
export function textsOf({ code, facts, ...own }: RuleInHcl): Texts {
  const rule = RULES.find((each) => each.code === code) as Rule<object> | undefined;
  const ofPackage = rule && { ...guidanceOf(rule, { engine: 'ActiveMQ', ...facts }), reason: rule.reason };
  const ofDocument = (DOCUMENT_RULES as Readonly<Record<string, Pick<Texts, 'reason'>>>)[code];
  const { allowed, remedy, reason }: Partial<Texts> = {
    allowed: own.allowed ?? ofPackage?.allowed,
    remedy: own.remedy ?? ofPackage?.remedy,
    reason: ofPackage?.reason ?? ofDocument?.reason ?? own.reason,
  };
  if (!allowed || !remedy || !reason) throw new Error(`the rule ${code} lacks what is allowed, what to do, or why`);
  return { allowed: renameFacts(allowed, inputOf), remedy: renameFacts(remedy, inputOf), reason };
}

/** Whether the package has a rule of the code, in docs/rules.md or docs/document.md. */
export function isOfPackage(code: string): boolean {
  return code in DOCUMENT_RULES || RULES.some((rule) => rule.code === code);
}

function errorText(subject: string, rule: RuleInHcl, written: (text: string) => string): string {
  const { allowed, remedy, reason } = textsOf(rule);
  const head = written(`[${rule.code}] ${rule.subject ?? subject}: got `);
  return `${head}${template(shown(rule))}${written(`; allowed: ${allowed}; ${remedy} (${reason})`)}`;
}

function shown({ each, holds, shows, revealed }: RuleInHcl): string {
  const value = each === undefined ? shows : `join(", ", [for ${each} : ${shows} if !(${holds})])`;
  return revealed ? `try(nonsensitive(${value}), ${value})` : value;
}

/** The input of the module that holds a fact. */
function inputOf(fact: string): string {
  return fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
