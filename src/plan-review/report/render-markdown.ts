import { createHash } from 'node:crypto';
import { type Phrase, phrase, shortened, wordsOfFact } from '../../util/phrase';
import { EFFECT_FACTS, EFFECTS } from '../findings/effects';
import { FINDING_KINDS } from '../findings/finding-kinds';
import { type JudgedFinding } from './gate';
import { groupsOf, needsAddress } from './groups';
import { asMarkdown, cellCode, joined, LONGEST_CODE, Markdown, prefixed } from './markdown';
import { renderPicture } from './render-picture';
import { type Report, type StackReport } from './report';
import { allowanceText, allowOption, countsText, severitiesText, type Verdict, verdictOf } from './verdict';

/** GitHub takes comments of up to 65,536 characters; a pipeline may want to add a line of its own. */
const MOST_CHARACTERS = 64_000;
/** Kept for the lines that say what was left out. */
const RESERVE = 2_000;
const MOST_DETAILS = 40;
const MOST_NAMES = 10;
/** A table of more stacks would leave no room for what happens in them. */
const MOST_STACKS = 20;
const MOST_NOTES = 20;
/** How many findings of one code get room before those of other codes do. */
const EACH_TURN = 10;
/** One sentence takes no more room than this, so that many findings are seen. */
const LONGEST_SENTENCE = 1_500;
/** A longer group is taken apart, so that it is not left out as a whole. */
const LONGEST_GROUP = 8_000;

const ICONS: Readonly<Record<Verdict, string>> = { blocked: '⛔', look: '⚠️', calm: '✅' };

/**
 * The report as a comment of a pull request: the verdict, the findings with the worst first, and the rest folded. The
 * first line is a hidden mark, by which a pipeline finds its comment again.
 */
export function renderMarkdown(report: Report): string {
  const page = new Page(MOST_CHARACTERS - RESERVE);
  const several = report.stacks.length > 1;
  page.must(new Markdown(markOf(report)), headline(report));
  if (several) stackTable(page, report);
  const groups = groupsOf(report.findings);
  const left = [
    ...findingList(page, groups.filter(isUrgent), several, alertOf(report)),
    ...findingList(
      page,
      groups.filter((group) => !isUrgent(group) && group[0].severity !== 'info'),
      several,
    ),
  ];
  notes(page, report);
  const quiet = groups.filter((group) => !isUrgent(group) && group[0].severity === 'info');
  left.push(...folded(page, phrase`${quiet.flat().length} more for information`, quiet, several));
  pictures(page, report);
  details(page, report.findings);
  drift(page, report);
  if (left.length > 0) {
    page.must(asMarkdown`_Not shown here: ${severitiesText(left)}. See the report with ${'--format json'}._`);
  }
  return page.text();
}

/** The same for all runs on the same stacks, or under the same title, and for no others. */
function markOf({ title, stacks }: Report): string {
  const name = title ?? JSON.stringify(stacks.map((stack) => stack.name));
  return `<!-- cdktf-amazon-mq review: ${createHash('sha256').update(name).digest('hex').slice(0, 32)} -->`;
}

/** Text that grows as long as there is room. */
class Page {
  readonly #blocks: string[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  must(...blocks: readonly Markdown[]): void {
    for (const { text } of blocks) this.#push(text);
  }

  add(block: Markdown): boolean {
    if (block.text.length + 2 > this.#room) return false;
    this.#push(block.text);
    return true;
  }

  /** How many of the items there is room for, beside some text around them. */
  fitting(items: readonly Markdown[], separator = '\n', around = 100): number {
    let room = this.#room - around;
    let count = 0;
    while (count < items.length && (room -= items[count].text.length + separator.length) >= 0) count++;
    return count;
  }

  /** Adds as many of the items as there is room for between a start and an end; the result is how many those are. */
  addItems(start: Markdown, items: readonly Markdown[], end: Markdown, separator = '\n'): number {
    const count = this.fitting(items, separator, start.text.length + end.text.length + 4);
    if (count > 0) this.#push(`${start.text}${joined(items.slice(0, count), separator).text}${end.text}`);
    return count;
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }

  #push(block: string): void {
    this.#blocks.push(block);
    this.#room -= block.length + 2;
  }
}

function headline(report: Report): Markdown {
  const names = report.stacks.map(({ name }) => asMarkdown`${name}`);
  const more = asMarkdown`${names.length - MOST_NAMES} more`;
  const shown = joined(names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), more] : names, ', ');
  const title = report.title === undefined ? asMarkdown`` : asMarkdown` (${report.title})`;
  const verdict = verdictOf(report);
  const blocks = report.findings.filter((finding) => finding.blocks);
  const line = asMarkdown`### ${new Markdown(ICONS[verdict])} Amazon MQ${title} in ${shown}: ${countsText(report.findings)}`;
  if (blocks.length === 0) return line;
  return asMarkdown`${line}

**This fails the pipeline: ${severitiesText(blocks)}.** To accept one on purpose, add its ${'--allow'} option to the command.`;
}

function stackTable(page: Page, report: Report): void {
  const stacks = worstStacks(report);
  const left = report.stacks.length - stacks.length;
  const effects = EFFECTS.filter((effect) =>
    stacks.some(({ findings }) => findings.some((one) => one.effect === effect)),
  );
  if (effects.length === 0) return;
  const titles = joined(
    effects.map((effect) => asMarkdown`${EFFECT_FACTS[effect].title}`),
    ' | ',
  );
  const head = asMarkdown`| Stack | ${titles} |\n|---|${new Markdown(effects.map(() => '--:').join('|'))}|\n`;
  const lines = stacks.map(({ name, findings }) => {
    const counts = effects.map((effect) => findings.filter((finding) => finding.effect === effect).length);
    const cells = joined(
      counts.map((count) => (count === 0 ? asMarkdown`` : asMarkdown`${count}`)),
      ' | ',
    );
    return asMarkdown`| ${cellCode(name)} | ${cells} |`;
  });
  page.addItems(head, lines, left === 0 ? asMarkdown`` : asMarkdown`\n\n_${left} more stacks are not in this table._`);
}

/** The stacks that the table has: of many those with the worst findings. */
function worstStacks({ stacks, findings }: Report): readonly StackReport[] {
  if (stacks.length <= MOST_STACKS) return stacks;
  const worstFirst = new Set([...findings.map(({ stack }) => stack), ...stacks.map(({ name }) => name)]);
  const shown = new Set([...worstFirst].slice(0, MOST_STACKS));
  return stacks.filter(({ name }) => shown.has(name));
}

/** What a reader has to see without opening anything: all errors, and warnings of what is lost or opened. */
function isUrgent([{ severity, effect }]: readonly JudgedFinding[]): boolean {
  return severity === 'error' || (severity === 'warning' && EFFECTS.indexOf(effect) <= EFFECTS.indexOf('exposure'));
}

function alertOf({ findings }: Report): Markdown {
  const serious = findings.some(({ severity, allowedBy }) => severity === 'error' && allowedBy === undefined);
  return serious ? asMarkdown`> [!CAUTION]\n` : asMarkdown`> [!WARNING]\n`;
}

/** A sentence in the room that one has. */
function short(sentence: Phrase): Phrase {
  return shortened(sentence, LONGEST_SENTENCE, LONGEST_CODE);
}

type Group = readonly JudgedFinding[];

/** Adds a list of findings, in a box where it has a start; the result is those for which there was no room. */
function findingList(page: Page, groups: readonly Group[], several: boolean, box?: Markdown): JudgedFinding[] {
  const fitting = groups.flatMap((group) =>
    groupItem(group, several).text.length > LONGEST_GROUP ? group.map((finding) => [finding]) : [group],
  );
  const written = fitting.map((group) => prefixed(box === undefined ? '' : '> ', groupItem(group, several)));
  const separator = box === undefined ? '\n' : '\n>\n';
  const order = byTurns(fitting);
  const shown = new Set(
    order.slice(
      0,
      page.fitting(
        order.map((index) => written[index]),
        separator,
      ),
    ),
  );
  page.addItems(
    box ?? asMarkdown``,
    written.filter((_, index) => shown.has(index)),
    asMarkdown``,
    separator,
  );
  return fitting.filter((_, index) => !shown.has(index)).flat();
}

/** The order in which groups get room: some of each code first, so that many of one kind do not crowd out another. */
function byTurns(groups: readonly Group[]): number[] {
  const seen = new Map<string, number>();
  const turns = groups.map(([{ code }]) => {
    const count = seen.get(code) ?? 0;
    seen.set(code, count + 1);
    return Math.floor(count / EACH_TURN);
  });
  return groups.map((_, index) => index).sort((a, b) => turns[a] - turns[b] || a - b);
}

/** Findings of one address and effect, with what they have in common said once. */
function groupItem(group: Group, several: boolean): Markdown {
  const [first] = group;
  const stack = several ? asMarkdown` in ${first.stack}` : asMarkdown``;
  const title = asMarkdown`- **${EFFECT_FACTS[first.effect].title}**${stack}`;
  if (group.length === 1) {
    const separator = several ? asMarkdown`: ` : asMarkdown` · `;
    const subject = needsAddress(first) ? asMarkdown`${first.address}: ` : asMarkdown``;
    return joined([asMarkdown`${title}${separator}${subject}${short(first.message)}`, ...below(first, several)], '\n');
  }
  const items = group.map((finding) =>
    prefixed('  ', joined([asMarkdown`- ${short(finding.message)}`, ...below(finding, several)], '\n')),
  );
  return joined([asMarkdown`${title} · ${first.address}:`, ...items], '\n');
}

/** The lines under a finding: what to do, and what allows it. */
function below(finding: JudgedFinding, several: boolean): Markdown[] {
  const { remedy, allowedBy, blocks } = finding;
  const option = blocks ? allowOption(finding, several) : undefined;
  return [
    ...(remedy.length === 0 ? [] : [asMarkdown`  <br>_What to do:_ ${short(remedy)}`]),
    ...(allowedBy === undefined
      ? []
      : [asMarkdown`  <br>_Allowed_ by ${allowedBy.origin}${reasonOf(allowedBy.reason)}`]),
    ...(option === undefined ? [] : [asMarkdown`  <br>_To accept it:_ ${option}`]),
  ];
}

function reasonOf(reason: string | undefined): Markdown {
  return reason === undefined ? asMarkdown`` : asMarkdown`: ${reason}`;
}

function notes(page: Page, report: Report): void {
  const several = report.stacks.length > 1;
  const texts = report.stacks.flatMap(({ name, notes: its }) =>
    its.map((note) => (several ? asMarkdown`${name}: ${note}` : asMarkdown`${note}`)),
  );
  const allowances = report.allowances.map(allowanceText).filter((text) => text.length > 0);
  const lines = [...texts, ...allowances.map((text) => asMarkdown`${text}.`)].slice(0, MOST_NOTES);
  page.addItems(
    asMarkdown`> [!NOTE]\n`,
    lines.map((line) => prefixed('> - ', line)),
    asMarkdown``,
  );
}

function folded(page: Page, title: Phrase, groups: readonly Group[], several: boolean): JudgedFinding[] {
  if (groups.length === 0) return [];
  const items = groups.map((group) => groupItem(group, several));
  const start = asMarkdown`<details><summary>${title}</summary>\n\n`;
  const count = page.addItems(start, items, asMarkdown`\n\n</details>`);
  return groups.slice(count).flat();
}

function pictures(page: Page, { stacks }: Report): void {
  for (const { name, picture } of stacks) {
    const drawing = renderPicture(picture);
    if (drawing === '') continue;
    const of = stacks.length > 1 ? asMarkdown`In ${name}:\n\n` : asMarkdown``;
    page.add(
      asMarkdown`<details><summary>From the changes to the brokers</summary>\n\n${of}${new Markdown(drawing)}\n\n</details>`,
    );
  }
}

function details(page: Page, findings: readonly JudgedFinding[]): void {
  for (const { code, address, details: lines } of findings) {
    if (lines.length === 0) continue;
    const shown = lines.slice(0, MOST_DETAILS).map((line) => asMarkdown`- ${short(line)}`);
    if (shown.length < lines.length) shown.push(asMarkdown`- … and ${lines.length - shown.length} more`);
    const title = wordsOfFact(FINDING_KINDS[code].details ?? 'Details');
    const start = asMarkdown`<details><summary>${title}</summary>`;
    page.addItems(asMarkdown`${start}\n\nOf ${address}:\n\n`, shown, asMarkdown`\n\n</details>`);
  }
}

function drift(page: Page, report: Report): void {
  const items = report.drift.map(({ message }) => asMarkdown`- ${short(message)}`);
  const start = asMarkdown`<details><summary>${items.length} changed outside Terraform</summary>\n\n`;
  page.addItems(start, items, asMarkdown`\n\n</details>`);
}
