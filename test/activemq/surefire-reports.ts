import fs from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

export interface TestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** What the test found out. */
  readonly notes: readonly string[];
}

const OUTCOMES: Readonly<Record<string, TestResult['outcome']>> = {
  error: 'failed',
  failure: 'failed',
  skipped: 'skipped',
};

const NOTE = 'note: ';

/** What Maven's test plugin reported, by test class; nothing where it did not come so far. */
export function surefireReports(directory: string): Map<string, TestResult[]> {
  const all = fs.existsSync(directory) ? fs.readdirSync(directory) : [];
  const files = all.filter((name) => name.startsWith('TEST-'));
  return new Map(
    files.sort().map((name) => {
      return [name.split('.').at(-2)!, testResults(fs.readFileSync(path.join(directory, name), 'utf8'))];
    }),
  );
}

function testResults(report: string): TestResult[] {
  const results: TestResult[] = [];
  let open: { name: string; outcome: TestResult['outcome']; seconds: number; notes: string[] };
  let inside = '';
  let printed = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    inside = name;
    if (name === 'testcase') {
      open = { name: attributes.name, outcome: 'passed', seconds: Number(attributes.time), notes: [] };
      results.push(open);
    }
    if (name in OUTCOMES) open.outcome = OUTCOMES[name];
  });
  const addText = (text: string) => {
    if (inside === 'system-out') printed += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const notes = printed.split('\n').filter((line) => line.startsWith(NOTE));
    open?.notes.push(...notes.map((line) => line.slice(NOTE.length)));
    inside = printed = '';
  });
  parser.write(report).close();
  return results;
}
