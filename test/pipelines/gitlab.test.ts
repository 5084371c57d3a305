import { BROKER, planByHand } from '../plan-review/plan-fixture';
import { GitLabRun, type JobRun, type StackByHand, TOKEN_USER } from './gitlab-run';

const CLEAN = planByHand({ 'aws_mq_broker.orders': { action: 'no-op', before: BROKER } });
const DELETED = planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } });
const EMPTY = planByHand({});
const ERRORED = planByHand({}, { errored: true, complete: false });

const runs: GitLabRun[] = [];
afterAll(() => {
  for (const run of runs) run.remove();
});

function planned(
  stacks: Readonly<Record<string, StackByHand>>,
  variables: Readonly<Record<string, string>> = {},
): JobRun & { readonly run: GitLabRun } {
  const run = new GitLabRun(variables);
  runs.push(run);
  return { ...run.plan(stacks), run };
}

describe('the job of GitLab CI that plans', () => {
  it('passes with a report where nothing is to fail on, and stores no plan of a merge request', () => {
    const { code, run } = planned({ messaging: { plan: CLEAN } });
    expect(code).toBe(0);
    expect(run.artifact('review.md')).toContain('production');
    expect(JSON.parse(run.artifact('review.json')!)).toEqual([]);
    expect(run.artifact('plans.gpg')).toBeUndefined();
    expect(run.artifact('cdktf.out')).toBeUndefined();
    expect(run.tokenMode).toBe(0o600);
  });

  it('fails as the review does, and says what blocks in both reports', () => {
    const { code, run } = planned({ messaging: { plan: DELETED }, network: { plan: EMPTY } });
    expect(code).toBe(1);
    expect(run.artifact('review.md')).toContain('`aws_mq_broker.orders` is deleted');
    expect(JSON.parse(run.artifact('review.json')!)).toMatchObject([{ check_name: 'broker-deleted' }]);
  });

  it('fails where the plan of a stack met an error, and still reviews it and the others', () => {
    const { code, run } = planned({ a: { plan: ERRORED, fails: true }, messaging: { plan: DELETED } });
    expect(code).toBe(1);
    expect(run.artifact('review.md')).toContain('Terraform met an error while it planned');
    expect(run.artifact('review.md')).toContain('`aws_mq_broker.orders` is deleted');
  });

  it('fails where a stack could not be planned, although the review of the others has nothing to fail on', () => {
    const { code, run } = planned({ a: { fails: true }, messaging: { plan: CLEAN } });
    expect(code).toBe(1);
    expect(run.artifact('review.md')).toContain('production');
  });

  it.each<[string, Record<string, StackByHand>, Record<string, string>]>([
    ['there is no plan to review', { a: { fails: true } }, {}],
    ['there is no stack', {}, {}],
    ['the tarball has another checksum', { a: { plan: CLEAN } }, { REVIEW_PACKAGE_SHA256: '0'.repeat(64) }],
    ['there is no tarball', { a: { plan: CLEAN } }, { REVIEW_PACKAGE: 'none.tgz' }],
  ])('ends with 2 where %s', (_what, stacks, variables) => {
    expect(planned(stacks, variables).code).toBe(2);
  });
});

describe('the job of GitLab CI that comments', () => {
  it('writes a note, and later updates it and not one of somebody else that begins with the mark', () => {
    const { run } = planned({ messaging: { plan: DELETED } });
    const mark = run.artifact('review.md')!.split('\n')[0];
    expect(run.comment()).toMatchObject({ code: 0, calls: [`POST api/projects/3/merge_requests/7/notes ${mark}`] });
    const notes = [
      { id: 1, body: `${mark}\nnothing changes`, author: { id: TOKEN_USER + 1 } },
      { id: 2, body: 'another note', author: { id: TOKEN_USER } },
      { id: 4, body: `${mark}\nold`, author: { id: TOKEN_USER } },
    ];
    expect(run.comment(notes).calls.at(-1)).toBe(`PUT api/projects/3/merge_requests/7/notes/4 ${mark}`);
  });

  it('ends with 2 where there is no report', () => {
    const { run } = planned({ a: { plan: CLEAN } }, { REVIEW_PACKAGE: 'none.tgz' });
    expect(run.comment()).toMatchObject({ code: 2, calls: [], log: 'There is no report. See the job plan.\n' });
  });
});

describe('the job of GitLab CI that deploys', () => {
  it('applies the plans that were reviewed, from an artifact in which none is in clear', () => {
    const { run } = planned({ messaging: { plan: CLEAN }, network: { plan: ERRORED } }, { CI_COMMIT_BRANCH: 'main' });
    expect(run.artifact('plans.gpg')).not.toContain('Fixture-Password-1');
    expect(run.deploy()).toMatchObject({ code: 0, applied: { messaging: CLEAN, network: ERRORED } });
  });

  it('applies nothing where no plans were stored', () => {
    const { run } = planned({ messaging: { plan: CLEAN } });
    const { code, applied } = run.deploy();
    expect(code).not.toBe(0);
    expect(applied).toEqual({});
  });
});
