import { isLiteral, joinSentences, type Phrase } from '../../util/phrase';
import { type Effect, EFFECTS } from '../findings/effects';
import { FINDING_KINDS } from '../findings/finding-kinds';
import { renderPicture } from './render-picture';
import { type JudgedFinding, type Report, type StackReport } from './report';
import { countsText, EFFECT_TITLES, type Verdict, verdictOf } from './verdict';

/** GitHub takes comments of up to 65,536 characters; a pipeline may want to add a line of its own. */
const MOST_CHARACTERS = 64_000;
/** Kept for the lines that say what was left out. */
const RESERVE = 2_000;
const MOST_DETAILS = 40;
const LONGEST_LITERAL = 300;
const MOST_NAMES = 10;

const ICONS: Readonly<Record<Verdict, string>> = { blocked: '⛔', look: '⚠️', calm: '✅' };

/** Effects that a reader has to see without opening anything. */
const ABOVE_THE_FOLD: ReadonlySet<Effect> = new Set(['replace', 'delete', 'fails', 'cut-off', 'exposure']);

/**
 * The report as a comment of a pull request: the verdict, what is lost, and the rest folded. The first line is a
 * hidden mark with the names of the stacks, by which a pipeline finds its comment again.
 */
export function renderMarkdown(report: Report): string {
  const page = new Page(MOST_CHARACTERS - RESERVE);
  page.must(`<!-- cdktf-amazon-mq review: ${markOf(report)} -->`, `### ${headline(report)}`);
  if (report.stacks.length > 1) stackTable(page, report);
  for (const { name, notes } of report.stacks) {
    for (const note of notes)
      page.add(`> [!NOTE]\n> ${report.stacks.length > 1 ? `${code(name)}: ` : ''}${inline(note)}`);
  }
  const several = report.stacks.length > 1;
  const quiet = report.findings.filter(({ severity }) => severity === 'info');
  const above = report.findings.filter(isAboveTheFold).sort(byEffect);
  const table = report.findings
    .filter((finding) => finding.severity !== 'info' && !isAboveTheFold(finding))
    .sort(byEffect);
  let left = alerts(page, above, several) + rows(page, table, several);
  pictures(page, report.stacks);
  left += folded(
    page,
    `${quiet.length} more: in place, created, or part of what stands above`,
    quiet.map((finding) => bullet(finding, several)),
  );
  details(page, report.findings);
  left += folded(
    page,
    `${report.drift.length} changed outside Terraform`,
    report.drift.map(({ message }) => `- ${inline(message)}`),
  );
  if (left > 0) page.must(`_${left} more not shown here for want of room: see \`--format json\`._`);
  return page.text();
}

function isAboveTheFold({ effect, severity }: JudgedFinding): boolean {
  return severity === 'error' || (severity === 'warning' && ABOVE_THE_FOLD.has(effect));
}

function byEffect(a: JudgedFinding, b: JudgedFinding): number {
  return EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect);
}

/** Text that grows as long as there is room. */
class Page {
  readonly #blocks: string[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  must(...blocks: string[]): void {
    for (const block of blocks) this.#push(block);
  }

  add(block: string): boolean {
    if (block.length + 2 > this.#room) return false;
    this.#push(block);
    return true;
  }

  /** Adds as many of the items as there is room for between a start and an end; the result is how many were left out. */
  addItems(start: string, items: readonly string[], end: string, separator = '\n'): number {
    let room = this.#room - start.length - end.length - 4;
    const taken: string[] = [];
    for (const item of items) {
      room -= item.length + separator.length;
      if (room < 0) break;
      taken.push(item);
    }
    if (taken.length > 0) this.#push(`${start}${taken.join(separator)}${end}`);
    return items.length - taken.length;
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }

  #push(block: string): void {
    this.#blocks.push(block);
    this.#room -= block.length + 2;
  }
}

function markOf({ stacks }: Report): string {
  const names = stacks.map(({ name }) => name.replace(/[^A-Za-z0-9._/ -]/g, '_').replace(/--+/g, '-'));
  return names.join(', ').slice(0, 1_000);
}

function headline(report: Report): string {
  const names = report.stacks.map(({ name }) => code(name));
  const shown =
    names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names;
  return `${ICONS[verdictOf(report)]} Amazon MQ in ${shown.join(', ')}: ${countsText(report.findings)}`;
}

function stackTable(page: Page, { stacks }: Report): void {
  const effects = EFFECTS.filter((effect) =>
    stacks.some(({ findings }) => findings.some((one) => one.effect === effect)),
  );
  if (effects.length === 0) return;
  const head = `| Stack | ${effects.map((effect) => EFFECT_TITLES[effect]).join(' | ')} |\n|---|${effects.map(() => '--:').join('|')}|\n`;
  const lines = stacks.map(({ name, findings }) => {
    const counts = effects.map((effect) => findings.filter((finding) => finding.effect === effect).length || '');
    return `| ${cell(code(name))} | ${counts.join(' | ')} |`;
  });
  page.addItems(head, lines, '');
}

function alerts(page: Page, findings: readonly JudgedFinding[], several: boolean): number {
  const items = findings.map((finding) => {
    const lines = [bullet(finding, several)];
    if (finding.remedy.length > 0) lines.push(`  <br>_What to do:_ ${inline(finding.remedy)}`);
    return lines.map((line) => `> ${line}`).join('\n');
  });
  const serious = findings.some(({ severity, allowed }) => severity === 'error' && !allowed);
  return page.addItems(`> [!${serious ? 'CAUTION' : 'WARNING'}]\n`, items, '', '\n>\n');
}

function rows(page: Page, findings: readonly JudgedFinding[], several: boolean): number {
  const head = `| ${several ? 'Stack | ' : ''}Effect | What happens |\n|${several ? '---|' : ''}---|---|\n`;
  const lines = findings.map((finding) => {
    const what = `${inline(finding.message)}${finding.remedy.length > 0 ? `<br>_What to do:_ ${inline(finding.remedy)}` : ''}`;
    return `|${several ? ` ${cell(code(finding.stack))} |` : ''} **${effectTitle(finding)}** | ${cell(what)} |`;
  });
  return page.addItems(head, lines, '');
}

function bullet(finding: JudgedFinding, several: boolean): string {
  return `- **${effectTitle(finding)}** ${several ? `in ${code(finding.stack)}: ` : '· '}${inline(finding.message)}`;
}

function effectTitle({ effect, allowed }: JudgedFinding): string {
  return `${EFFECT_TITLES[effect]}${allowed ? ' (allowed)' : ''}`;
}

function pictures(page: Page, stacks: readonly StackReport[]): void {
  for (const { name, picture } of stacks) {
    const drawing = renderPicture(picture);
    if (drawing === '') continue;
    page.add(
      `<details><summary>How the changes reach the brokers of ${html(name)}</summary>\n\n${drawing}\n\n</details>`,
    );
  }
}

function details(page: Page, findings: readonly JudgedFinding[]): void {
  for (const finding of findings) {
    const lines = finding.details.map((line) => `- ${inline(line)}`);
    const shown =
      lines.length > MOST_DETAILS
        ? [...lines.slice(0, MOST_DETAILS), `- … and ${lines.length - MOST_DETAILS} more`]
        : lines;
    if (shown.length > 0)
      folded(page, `${FINDING_KINDS[finding.code].details ?? 'Details'} of ${finding.address}`, shown);
  }
}

function folded(page: Page, title: string, items: readonly string[]): number {
  if (items.length === 0) return 0;
  return page.addItems(`<details><summary>${html(title)}</summary>\n\n`, items, '\n\n</details>');
}

/** A sentence in Markdown: its literals in code, its words so that nothing in them is taken for Markdown. */
function inline(phrase: Phrase): string {
  return joinSentences([phrase])
    .map((part) => (isLiteral(part) ? code(part.literal) : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~@]/g, (char) => (char === '<' ? '&lt;' : char === '@' ? '&#64;' : `\\${char}`));
}

function code(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const short = line.length > LONGEST_LITERAL ? `${line.slice(0, LONGEST_LITERAL)}…` : line;
  if (short === '') return '` `';
  const longestRun = Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const space = short.startsWith('`') || short.endsWith('`') ? ' ' : '';
  return `${fence}${space}${short}${space}${fence}`;
}

/** In a table a bar ends the cell, in code as well. */
function cell(markdown: string): string {
  return markdown.replace(/\\?\|/g, '\\|');
}

function html(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, LONGEST_LITERAL)
    .replace(/[&<>"`*_@]/g, (char) => `&#${char.charCodeAt(0)};`);
}
