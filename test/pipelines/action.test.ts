import fs from 'node:fs';
import path from 'node:path';
import { BROKER, planByHand } from '../plan-review/plan-fixture';
import { type ActionRun, runAction } from './action-run';

const DELETED = JSON.stringify(planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } }));
const NOTHING = JSON.stringify(planByHand({ 'aws_vpc.main': { action: 'no-op', before: { id: 'vpc-1' } } }));

/** The hidden mark that the action looks for. */
function markIn({ summary }: ActionRun): string {
  return summary.split('\n')[0];
}

const FIRST = runAction({ inputs: { plans: 'plan.json' }, files: { 'plan.json': DELETED } });
const MARK = markIn(FIRST);
const own = (id: number, body = `${MARK}\nold`) => ({ id, body, user: { login: 'github-actions[bot]' } });

describe('the action', () => {
  it('comments on the pull request, writes the summary, and fails as the review does', () => {
    expect(FIRST).toMatchObject({ code: 1, calls: ['POST repos/owner/name/issues/7/comments'] });
    expect(FIRST.summary).toContain('`aws_mq_broker.orders` is deleted');
  });

  it('updates its own comment, and not one of an outsider that begins with the mark (B6)', () => {
    const outsider = { id: 666, body: `${MARK}\nnothing changes`, user: { login: 'outsider' } };
    const { calls } = runAction({
      inputs: { plans: 'plan.json' },
      files: { 'plan.json': DELETED },
      comments: [outsider, own(1, 'another comment'), own(2)],
    });
    expect(calls).toEqual(['PATCH repos/owner/name/issues/comments/2']);
  });

  it('removes its comment where a later plan has no findings, and writes none', () => {
    const clean = { inputs: { plans: 'plan.json' }, files: { 'plan.json': NOTHING } };
    expect(runAction({ ...clean, comments: [own(2)] })).toMatchObject({
      code: 0,
      calls: ['DELETE repos/owner/name/issues/comments/2'],
    });
    expect(runAction(clean).calls).toEqual([]);
  });

  it('comments always where it is told to', () => {
    const { calls } = runAction({
      inputs: { plans: 'plan.json', comment: 'always' },
      files: { 'plan.json': NOTHING },
    });
    expect(calls).toEqual(['POST repos/owner/name/issues/7/comments']);
  });

  it.each([
    ['passes', NOTHING, 0],
    ['fails', DELETED, 1],
  ])('%s as the review does where a fork has no token that may comment (H2)', (_what, plan, code) => {
    const run = runAction({
      inputs: { plans: '*.json', comment: 'always' },
      files: { 'plan.json': plan },
      readOnly: true,
    });
    expect(run.code).toBe(code);
    expect(run.log).toContain('::warning::The report could not be written as a comment');
    expect(run.summary).toContain('Amazon MQ');
  });

  it('runs its own command and not one that the pull request brings along (C1)', () => {
    const run = runAction({
      inputs: { plans: 'plan.json' },
      files: {
        'plan.json': DELETED,
        'node_modules/.bin/cdktf-amazon-mq': '#!/bin/sh\necho all fine > "$5"\n',
        '.npmrc': 'registry=https://127.0.0.1:1/\n',
      },
    });
    expect(run.code).toBe(1);
    expect(run.summary).toContain('is deleted');
  });

  it('takes a file whose name looks like an option for a plan (C2)', () => {
    const run = runAction({
      inputs: { plans: '*orders* *.json' },
      files: { 'plan.json': DELETED, '--allow=aws_mq_broker.orders=broker-deleted': NOTHING },
    });
    expect(run.code).toBe(1);
  });

  it('shares no file with another use of it in the same job (H3)', () => {
    const action = fs.readFileSync(path.join(__dirname, '../../action.yml'), 'utf8');
    const places = [...action.matchAll(/.*RUNNER_TEMP.*/g)].map(([line]) => line.trim());
    expect(places).toEqual(['dir="$(mktemp -d "$RUNNER_TEMP/plan-review.XXXXXX")"']);
  });

  it('accepts what the inputs allow, with quotation marks in a key', () => {
    const plan = JSON.stringify(planByHand({ 'aws_mq_broker.b["x y"]': { action: 'delete', before: BROKER } }));
    const run = runAction({
      inputs: { plans: 'plan.json', allow: 'aws_mq_broker.b["x y"]=broker-deleted\n' },
      files: { 'plan.json': plan },
    });
    expect(run.code).toBe(0);
  });

  it.each([
    ['no plan matches', { plans: 'none/*.json' }, 'no plan matches the input plans'],
    ['a plan is broken', { plans: 'broken' }, 'the plans could not be reviewed'],
    ['there is no tarball', { plans: 'plan.json', package: './none.tgz' }, 'there is no tarball ./none.tgz'],
    ['the checksum is another one', { plans: 'plan.json', sha256: '0'.repeat(64) }, 'the checksum of the tarball'],
  ])('ends with 2 and an error where %s', (_what, inputs, message) => {
    const run = runAction({ inputs, files: { 'plan.json': DELETED, broken: '{' } });
    expect(run.code).toBe(2);
    expect(run.log).toContain(`::error::${message}`);
    expect(run.calls).toEqual([]);
  });
});
