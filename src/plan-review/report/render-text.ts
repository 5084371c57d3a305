import { type Phrase, plainText } from '../../util/phrase';
import { type Effect } from '../findings/effects';
import { type JudgedFinding, type Report } from './report';
import { countsText, EFFECT_TITLES, verdictOf } from './verdict';

const RESET = '\x1b[0m';
const BOLD = '\x1b[1m';
const DIM = '\x1b[2m';
const RED = '\x1b[31m';
const YELLOW = '\x1b[33m';
const GREEN = '\x1b[32m';

const COLOURS: Readonly<Record<Effect, string>> = {
  replace: RED,
  delete: RED,
  fails: RED,
  'cut-off': RED,
  exposure: RED,
  reboot: YELLOW,
  'no-effect': YELLOW,
  unknown: YELLOW,
  pending: YELLOW,
  'in-place': DIM,
  create: GREEN,
};

const VERDICT_COLOURS = { blocked: RED, look: YELLOW, calm: GREEN };
const TITLE_WIDTH = Math.max(...Object.values(EFFECT_TITLES).map(({ length }) => length));
const INDENT = ' '.repeat(TITLE_WIDTH + 2);

/** The report for a terminal, one finding a paragraph. */
export function renderText(report: Report, colour: boolean): string {
  const paint = (code: string, text: string) => (colour ? `${code}${text}${RESET}` : text);
  const lines: string[] = [];
  for (const { name, findings, notes } of report.stacks) {
    lines.push(paint(BOLD + VERDICT_COLOURS[verdictOf(report)], `${oneLine(name)}: ${countsText(findings)}`));
    for (const note of notes) lines.push(printable(note));
  }
  const several = report.stacks.length > 1;
  for (const finding of report.findings) {
    const title = EFFECT_TITLES[finding.effect].padEnd(TITLE_WIDTH);
    lines.push('', `${paint(COLOURS[finding.effect], title)}  ${paint(BOLD, addressText(finding, several))}`);
    lines.push(`${INDENT}${printable(finding.message)}`);
    if (finding.remedy.length > 0) lines.push(`${INDENT}${paint(DIM, `What to do: ${printable(finding.remedy)}`)}`);
    for (const detail of finding.details) lines.push(`${INDENT}- ${printable(detail)}`);
  }
  if (report.drift.length > 0) lines.push('', paint(BOLD, 'changed outside Terraform'));
  for (const { message } of report.drift) lines.push(`${INDENT}${printable(message)}`);
  return `${lines.join('\n')}\n`;
}

function addressText({ address, stack, allowed }: JudgedFinding, several: boolean): string {
  return `${several ? `${oneLine(stack)}: ` : ''}${oneLine(address)}${allowed ? ' (allowed)' : ''}`;
}

function printable(phrase: Phrase): string {
  return oneLine(plainText(phrase));
}

/** Control characters in a value could move the cursor of a terminal, or paint it. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, ' ');
}
