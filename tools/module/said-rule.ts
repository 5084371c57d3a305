import { DOCUMENT_RULES } from '../../src/document/check/document-rules';
import { RULES } from '../../src/rule-table';
import { literal, plain, template } from './expression';

/** A rule of the package as Terraform can say it: of a value, or of each item of a collection. */
export interface SaidRule {
  /** Code of the rule: of the package, or where the package's types leave no room for the mistake, the module's own. */
  readonly code: string;
  /** The items, as the head of a `for` expression: `name in keys(var.users)`; left out where it is of one value. */
  readonly each?: string;
  /** Whether the value or item is right. */
  readonly holds: string;
  /** What of it is shown where it is wrong; nothing where it is secret. */
  readonly shows?: string;
  readonly allowed: string;
  /** What happens otherwise; the reason of the package's rule where it has one. */
  readonly reason?: string;
}

/** The expression that is true where the rule holds. */
export function condition({ each, holds }: SaidRule): string {
  return each === undefined ? holds : `alltrue([for ${each} : ${holds}])`;
}

/** What is said otherwise, in the words of the package's rules, as HCL writes it. */
export function message(subject: string, rule: SaidRule): string {
  return `"${said(subject, rule, (text) => literal(text).slice(1, -1))}"`;
}

/** Both as Terraform's JSON syntax has them. */
export function jsonCondition(subject: string, rule: SaidRule): { condition: string; errorMessage: string } {
  return { condition: template(condition(rule)), errorMessage: said(subject, rule, plain) };
}

function said(subject: string, rule: SaidRule, written: (text: string) => string): string {
  const { code, allowed, reason = reasonOf(code) } = rule;
  return `${written(`[${code}] ${subject}: `)}${got(rule)}${written(`allowed: ${allowed}; ${reason}`)}`;
}

function got({ each, holds, shows }: SaidRule): string {
  if (shows === undefined) return '';
  return `got ${template(each === undefined ? shows : `join(", ", [for ${each} : ${shows} if !(${holds})])`)}; `;
}

function reasonOf(code: string): string {
  const reasons = { ...DOCUMENT_RULES, ...Object.fromEntries(RULES.map((rule) => [rule.code, rule])) };
  const rule = (reasons as Record<string, { reason: string }>)[code];
  if (!rule) throw new Error(`the package has no rule ${code}: give the module's own rule a reason`);
  return rule.reason;
}
