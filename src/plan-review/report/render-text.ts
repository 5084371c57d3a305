import { isLiteral, type Phrase, phrase, plainText, shortened } from '../../util/phrase';
import { printable } from '../../util/printable';
import { type Effect, EFFECT_FACTS, EFFECTS } from '../findings/effects';
import { type JudgedFinding } from './gate';
import { groupsOf } from './groups';
import { type Report } from './report';
import { allowanceText, allowOption, countsText, severitiesText, verdictOf } from './verdict';

const RESET = '\x1b[0m';
const BOLD = '\x1b[1m';
const DIM = '\x1b[2m';
const RED = '\x1b[31m';
const YELLOW = '\x1b[33m';
const GREEN = '\x1b[32m';

const VERDICT_COLORS = { blocked: RED, look: YELLOW, calm: GREEN };
const TITLE_WIDTH = Math.max(...EFFECTS.map((effect) => plainText(EFFECT_FACTS[effect].title).length));
const INDENT = TITLE_WIDTH + 2;
const NARROWEST = 40;
const LONGEST_SENTENCE = 4_000;
const LONGEST_LITERAL = 1_000;

/** How text is to be set. */
interface TextOptions {
  readonly color: boolean;
  /** How many columns the terminal has. */
  readonly columns: number;
}

/** The report for a terminal: one finding a paragraph, the worst first. */
export function renderText(report: Report, options: TextOptions): string {
  const page = new Page(options);
  const several = report.stacks.length > 1;
  for (const { name, findings, notes } of report.stacks) {
    page.add(phrase`${name}: ${countsText(findings)}`, 0, BOLD + VERDICT_COLORS[verdictOf(report)]);
    for (const note of notes) page.add(note);
  }
  for (const allowance of report.allowances.map(allowanceText)) if (allowance.length > 0) page.add(allowance);
  for (const group of groupsOf(report.findings)) addGroup(page, group, several);
  if (report.drift.length > 0) {
    page.space();
    page.add(phrase`changed outside Terraform`, 0, BOLD);
    for (const { message } of report.drift) page.add(message, INDENT);
  }
  addVerdict(page, report.findings, several);
  return page.text();
}

function addGroup(page: Page, group: readonly JudgedFinding[], several: boolean): void {
  const [{ address, stack, effect }] = group;
  page.space();
  page.heading(effect, several ? phrase`${stack}: ${address}` : phrase`${address}`);
  for (const { message, remedy, details, allowedBy, ...finding } of group) {
    const marker = group.length > 1 ? phrase`- ` : [];
    page.add(phrase`${marker}${message}`, INDENT);
    if (remedy.length > 0) page.add(phrase`What to do: ${remedy}`, INDENT, DIM);
    for (const detail of details) page.add(phrase`- ${detail}`, INDENT);
    if (allowedBy !== undefined) {
      const reason = allowedBy.reason === undefined ? [] : phrase`: ${allowedBy.reason}`;
      page.add(phrase`Allowed by ${allowedBy.origin}${reason}`, INDENT, DIM);
    }
    if (finding.blocks) page.add(phrase`Code: ${finding.code}`, INDENT, DIM);
  }
}

function addVerdict(page: Page, findings: readonly JudgedFinding[], several: boolean): void {
  const blocking = findings.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return;
  page.space();
  page.add(
    phrase`This fails the pipeline: ${severitiesText(blocking)}. To accept one on purpose, add its option:`,
    0,
    BOLD,
  );
  for (const finding of blocking) {
    const option = allowOption(finding, several);
    if (option !== undefined) page.line(option);
  }
}

/** A phrase on one line: literals cannot move the cursor of a terminal, paint it, or command the runner of a pipeline. */
function printed(text: Phrase): string {
  return shortened(text, LONGEST_SENTENCE, LONGEST_LITERAL)
    .map((part) => (isLiteral(part) ? printable(part.literal.slice(0, LONGEST_LITERAL)) : part))
    .join('');
}

class Page {
  readonly #lines: string[] = [];

  constructor(readonly options: TextOptions) {}

  space(): void {
    this.#lines.push('');
  }

  /** Adds a paragraph, wrapped and indented. */
  add(text: Phrase, indent = 0, color = ''): void {
    const width = Math.max(NARROWEST, this.options.columns) - indent;
    for (const line of wrapped(printed(text), width)) this.#lines.push(' '.repeat(indent) + this.#painted(line, color));
  }

  heading(effect: Effect, subject: Phrase): void {
    const title = printed(EFFECT_FACTS[effect].title).padEnd(TITLE_WIDTH);
    this.#lines.push(`${this.#painted(title, colorOf(effect))}  ${this.#painted(printed(subject), BOLD)}`);
  }

  /** Adds a line that stays whole, so that it can be copied. */
  line(text: string): void {
    this.#lines.push(`  ${printable(text)}`);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #painted(text: string, color: string): string {
    return this.options.color && color !== '' ? `${color}${text}${RESET}` : text;
  }
}

function colorOf(effect: Effect): string {
  if (effect === 'create') return GREEN;
  if (effect === 'in-place') return DIM;
  return EFFECTS.indexOf(effect) <= EFFECTS.indexOf('exposure') ? RED : YELLOW;
}

/** Lines of at most a width, broken at spaces; a longer word stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
