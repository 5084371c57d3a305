import { type Phrase, plainText } from '../../util/phrase';
import { printable } from '../../util/printable';
import { type JudgedFinding } from './gate';
import { type Report } from './report';

/** The report as JUnit XML: each finding is a test case, and those that fail the pipeline are failures. */
export function renderJunit(report: Report): string {
  const suites = report.stacks.map(({ name }) =>
    suiteXml(
      name,
      report.findings.filter(({ stack }) => stack === name),
    ),
  );
  const { findings } = report;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Amazon MQ plan review" tests="${findings.length}" failures="${failures(findings)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteXml(name: string, findings: readonly JudgedFinding[]): string {
  return [
    `  <testsuite name="${xml(name)}" tests="${findings.length}" failures="${failures(findings)}">`,
    ...findings.map(caseXml),
    '  </testsuite>',
  ].join('\n');
}

function caseXml({ address, code, severity, effect, message, remedy, blocks }: JudgedFinding): string {
  const start = `    <testcase classname="${xml(address)}" name="${code}"`;
  const text = [message, remedy].filter((sentence) => sentence.length > 0).map(xmlOf);
  const body = blocks
    ? `<failure type="${effect}" message="${text[0] ?? ''}">${text.join('\n')}</failure>`
    : `<system-out>${severity} ${effect}: ${text.join('\n')}</system-out>`;
  return `${start}>${body}</testcase>`;
}

function failures(findings: readonly JudgedFinding[]): number {
  return findings.filter(({ blocks }) => blocks).length;
}

function xmlOf(text: Phrase): string {
  return xml(plainText(text));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** {@link printable} text has only characters that XML allows. */
function xml(text: string): string {
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, '?')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]);
}
