import fs from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

export interface TestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** What the test said. */
  readonly said: string;
}

const OUTCOMES: Readonly<Record<string, TestResult['outcome']>> = {
  error: 'failed',
  failure: 'failed',
  skipped: 'skipped',
};

/** What Maven's test plugin reported, by test class. */
export function surefireReports(directory: string): Map<string, TestResult[]> {
  const files = fs.readdirSync(directory).filter((name) => name.startsWith('TEST-'));
  return new Map(
    files.sort().map((name) => {
      return [name.split('.').at(-2)!, testResults(fs.readFileSync(path.join(directory, name), 'utf8'))];
    }),
  );
}

function testResults(report: string): TestResult[] {
  const results: TestResult[] = [];
  let open: { name: string; outcome: TestResult['outcome']; seconds: number; said: string };
  let inside = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    inside = name;
    if (name === 'testcase') {
      open = { name: attributes.name, outcome: 'passed', seconds: Number(attributes.time), said: '' };
      results.push(open);
    }
    if (name in OUTCOMES) open.outcome = OUTCOMES[name];
  });
  const text = (value: string) => {
    if (inside === 'system-out') open.said += value;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => (inside = ''));
  parser.write(report).close();
  return results;
}
