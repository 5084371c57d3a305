import { BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../src/amazon-mq/arguments';
import { EFFECT_FACTS, EFFECTS } from '../src/plan-review/findings/effects';
import { FINDING_CODES, FINDING_KINDS } from '../src/plan-review/findings/finding-kinds';

/** The tables of docs/plan-review.md, by the name in the comments between which they are put. */
const TABLES: Readonly<Record<string, () => string>> = {
  effects: () =>
    table(
      ['effect', 'meaning'],
      EFFECTS.map((effect) => [`\`${effect}\``, EFFECT_FACTS[effect].meaning]),
    ),
  'broker arguments': () => argumentTable(BROKER_ARGUMENTS),
  'configuration arguments': () => argumentTable(CONFIGURATION_ARGUMENTS),
  findings: () =>
    table(
      ['code', 'effect', 'severity', 'reason', 'source'],
      FINDING_CODES.map((code) => {
        const { effects, severity, reason, source } = FINDING_KINDS[code];
        return [`\`${code}\``, effects.join(', '), severity, reason, `[source](${source})`];
      }),
    ),
};

/** docs/plan-review.md with its tables made from the records of the review. */
export function planReviewDocument(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`docs/plan-review.md has no "${start}" with an "${end}" after it`);
    return `${text.slice(0, from)}${start}\n\n${make()}\n\n${text.slice(to)}`;
  }, page);
}

function argumentTable(effects: Readonly<Record<string, string>>): string {
  return table(
    ['argument', 'effect'],
    Object.entries(effects).map(([argument, effect]) => [`\`${argument}\``, effect]),
  );
}

/** A table whose columns are as wide as their widest cell, as Prettier writes it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
