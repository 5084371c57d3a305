import fs from 'node:fs';
import path from 'node:path';
import { EFFECTS } from '../../src/plan-review/findings/effects';
import { FINDING_CODES, FINDING_KINDS } from '../../src/plan-review/findings/finding-kinds';
import { planReviewDocument } from '../../tools/plan-review-document';

const ROOT = path.join(__dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const page = read('docs/plan-review.md');

describe('docs/plan-review.md', () => {
  it('has the tables that npm run docs:review makes', () => {
    expect(page).toBe(planReviewDocument(page));
  });
});

describe('the records of the review', () => {
  it.each(FINDING_CODES)('%s has a reason, a source and effects that exist', (code) => {
    const { effects, reason, source } = FINDING_KINDS[code];
    expect(reason).toMatch(/^\S.{10,}[^.]$/);
    expect(source).toMatch(/^(https:\/\/|[a-z-]+\.md)/);
    expect(effects.filter((effect) => !EFFECTS.includes(effect))).toEqual([]);
    expect(effects).not.toHaveLength(0);
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

  it('have scripts that can be run', () => {
    for (const script of ['terraform-reviewed', 'plan-stacks']) {
      expect(fs.statSync(path.join(ROOT, 'docs/pipelines', script)).mode & 0o111).toBe(0o111);
    }
  });
});
