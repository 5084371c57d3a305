import fs from 'node:fs';
import path from 'node:path';
import { BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { EFFECTS } from '../../src/plan-review/findings/effects';

const ROOT = path.join(__dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const page = read('docs/plan-review.md');

/** The first two cells of each row whose first cell is code. */
function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\| `([^`|]+)` +\| ([^|]*?) *\|/gm)].map(([, first, second]) => [first, second]);
}

function section(from: string, to: string): string {
  return page.slice(page.indexOf(from), page.indexOf(to));
}

describe('docs/plan-review.md', () => {
  it('has every code that the review can find, with its effect', () => {
    const folder = path.join(ROOT, 'src/plan-review');
    const source = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(`src/plan-review/${file}`))
      .join('\n');
    const codes = new Set(
      [...source.matchAll(/code: (?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(([, ...found]) =>
        found.filter(Boolean),
      ),
    );
    const rows = rowsOf(section('## Findings', '## The JSON'));
    expect(rows.map(([code]) => code)).toEqual([...codes].sort());
    for (const [, effects] of rows) for (const effect of effects.split(', ')) expect(EFFECTS).toContain(effect);
  });

  it('has every effect', () => {
    expect(rowsOf(section('## Effects', '## What changing')).map(([effect]) => effect)).toEqual([...EFFECTS]);
  });

  it.each([
    ['broker', BROKER_ARGUMENTS, '## What changing', 'Of `aws_mq_configuration`'],
    ['configuration', CONFIGURATION_ARGUMENTS, 'Of `aws_mq_configuration`', '## What follows'],
  ])('has every argument of a %s with its effect', (_, table, from, to) => {
    expect(rowsOf(section(from, to))).toEqual(Object.entries(table));
  });
});

describe('the files for pipelines', () => {
  it('give review only options that it has', () => {
    const help = read('src/cli/review.ts');
    for (const file of ['action.yml', 'docs/pipelines/gitlab-ci.yml']) {
      const [line] = /^.*review .*--format.*$/m.exec(read(file))!;
      for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(help).toContain(`  ${option} `);
    }
  });

  it('have a terraform that can be run', () => {
    expect(fs.statSync(path.join(ROOT, 'docs/pipelines/terraform-reviewed')).mode & 0o111).toBe(0o111);
  });
});
