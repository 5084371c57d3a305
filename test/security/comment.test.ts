import { asMarkdown } from '../../src/plan-review/report/markdown';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderText } from '../../src/plan-review/report/render-text';
import { reportOf } from '../../src/plan-review/report/report';
import { reviewPlan } from '../../src/plan-review/review-plan';
import { BROKER, planByHand } from '../plan-review/plan-fixture';
import { DEFAULT_GATE, reviewOf } from '../plan-review/review-of';
import { describeRendered, liveParts } from './rendered';

const HOSTILE =
  '@octocat https://evil.example www.evil.example :skull: $x^2$ #1 <img src=x onerror=y> </code></summary> **b** [x](https://evil.example) `` ` | \u202e\u200b\u009b\u001b \n\n# heading';
const NAMESPACE = 'xmlns="http://activemq.apache.org/schema/core"';
const XML = HOSTILE.replaceAll('\n', ' ')
  .replaceAll('\u001b', ' ')
  .replace(/&/g, '&amp;')
  .replace(/</g, '&lt;')
  .replace(/"/g, '&quot;');
const CONFIGURATION = { id: 'c-1', engine_type: 'ActiveMQ', engine_version: '5.18', name: 'c' };

/** A plan that has the hostile text wherever one can have it. */
const PLAN = planByHand({
  [`aws_mq_broker.b[${JSON.stringify(HOSTILE)}]`]: {
    before: {
      ...BROKER,
      maintenance_window_start_time: [{ day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: HOSTILE }],
    },
    after: { engine_version: HOSTILE, security_groups: [HOSTILE] },
  },
  [`aws_mq_configuration.c[${JSON.stringify(HOSTILE)}]`]: {
    before: { ...CONFIGURATION, data: `<broker ${NAMESPACE}/>` },
    after: {
      data: `<broker ${NAMESPACE}><destinationPolicy><policyMap><policyEntries><policyEntry queue="${XML}" memoryLimit="${XML}" unheardOf="${XML}"/></policyEntries></policyMap></destinationPolicy></broker>`,
    },
  },
  [`aws_subnet.s[${JSON.stringify(HOSTILE)}]`]: { action: 'replace', before: { id: 'subnet-1' }, forcedBy: [HOSTILE] },
});

const REPORT = reportOf(
  [HOSTILE, 'other'].map((name) => reviewPlan(name, Buffer.from(JSON.stringify(PLAN)))),
  { ...DEFAULT_GATE, allowances: [{ address: '*', what: 'broker-deleted', reason: HOSTILE, origin: HOSTILE }] },
  HOSTILE,
);

describeRendered('the comment, as GitHub renders it', () => {
  it('has nothing live of a hostile key, value, document, window, stack, title or reason (B1, B2, B3)', () => {
    const markdown = renderMarkdown(REPORT);
    expect(markdown).toContain('octocat');
    expect(liveParts(markdown)).toEqual([]);
  });

  it('has nothing live of a plan that deletes brokers and draws a picture', () => {
    const key = JSON.stringify(HOSTILE);
    const chain = planByHand({
      [`aws_mq_broker.b[${key}]`]: {
        action: 'replace',
        before: { ...BROKER, subnet_ids: ['subnet-1'] },
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.s'] },
      },
      [`aws_subnet.s[${key}]`]: { action: 'replace', before: { id: 'subnet-1' }, forcedBy: ['cidr_block'] },
    });
    const markdown = renderMarkdown(reviewOf(chain));
    expect(markdown).toContain('mermaid');
    expect(liveParts(markdown)).toEqual([]);
  });

  it.each([
    ['a mention', 'x @octocat', '@octocat'],
    ['a link', 'https://evil.example', '<a href="https://evil.example">'],
    ['an image', '<img src=x>', '<img src=x>'],
    ['a formula', '$x^2$', '$x^2$'],
  ])('would be seen to have %s', (_what, markdown, found) => {
    expect(liveParts(markdown)).toContain(found);
  });
});

describe('the report', () => {
  it('keeps its own words, whatever a variable that is called secret holds (B4)', () => {
    const plan = planByHand(
      { 'aws_mq_broker.orders': { action: 'delete', before: BROKER } },
      {
        variables: { secret1: { value: 'is deleted, with the messages' }, secret2: { value: 'aws_mq_broker.orders' } },
      },
    );
    expect(renderMarkdown(reviewOf(plan))).toContain('`aws_mq_broker.orders` is deleted, with the messages it holds.');
  });

  it('tells no password that is one of its own words (B4)', () => {
    const plan = planByHand(
      { 'aws_mq_broker.orders': { before: BROKER, after: { engine_version: '5.19' } } },
      { variables: { password: { value: 'maintenance' } } },
    );
    expect(renderMarkdown(reviewOf(plan))).not.toContain('(sensitive)');
  });

  it.each([
    ['warnings', (index: number) => `c${index}`],
    ['other errors', () => 'c'],
  ])('shows the one error of a kind however many %s there are, with however long keys (B5)', (what, nameOf) => {
    const key = 'k'.repeat(250);
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `aws_mq_configuration.c[${JSON.stringify(`${key}${index}`)}]`,
        {
          action: 'replace',
          before: { ...CONFIGURATION, name: nameOf(index) },
          after: what === 'warnings' ? { name: `new-${nameOf(index)}` } : {},
          forcedBy: ['name'],
        } as const,
      ]),
    );
    const exposed = { before: BROKER, after: { publicly_accessible: true } };
    const markdown = renderMarkdown(reviewOf(planByHand({ ...many, 'aws_mq_broker.z': exposed })));
    expect(markdown).toContain('`aws_mq_broker.z` becomes public');
    expect(markdown).toMatch(what === 'warnings' ? /_Not shown here: \d+ warnings\./ : /_Not shown here: \d+ errors/);
    expect(markdown.length).toBeLessThanOrEqual(65_536);
  });

  it('shows the one error however many stacks there are, with however long names (B5)', () => {
    const names = Array.from({ length: 500 }, (_, index) => `${'stack'.repeat(30)}-${index}`);
    const calm = planByHand({ 'aws_mq_broker.b': { before: BROKER, after: { tags: { a: 'b' } } } });
    const exposed = planByHand({ 'aws_mq_broker.z': { before: BROKER, after: { publicly_accessible: true } } });
    const plans = names.map((name, index) =>
      reviewPlan(name, Buffer.from(JSON.stringify(index === 499 ? exposed : calm))),
    );
    const markdown = renderMarkdown(reportOf(plans, DEFAULT_GATE));
    expect(markdown).toContain('`aws_mq_broker.z` becomes public');
    expect(markdown).toContain(`| \`${names[499]}\` |`);
    expect(markdown).toContain('_480 more stacks are not in this table._');
    expect(markdown.length).toBeLessThanOrEqual(65_536);
  });

  it.each<[string, object, string]>([
    [
      'address',
      {
        'aws_mq_broker.b': { action: 'no-op', before: BROKER },
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [] },
          after: {
            ingress: [
              {
                protocol: 'tcp',
                from_port: 61617,
                to_port: 61617,
                cidr_blocks: [...Array.from({ length: 50 }, (_, index) => `10.${index}.0.0/16`), '8.8.8.0/24'],
              },
            ],
          },
        },
      },
      '`8.8.8.0/24`',
    ],
    [
      'reader of a secret',
      {
        'aws_mq_broker.b': {
          before: BROKER,
          unknown: { user: true },
          references: { user: ['aws_secretsmanager_secret.s.id'] },
        },
        'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
        'aws_secretsmanager_secret_policy.p': {
          action: 'create',
          after: {
            policy: JSON.stringify({
              Statement: [
                ...Array.from({ length: 20 }, (_, index) => `arn:aws:iam::123456789012:role/${index}`),
                '*',
              ].map((AWS) => ({ Effect: 'Allow', Principal: { AWS }, Action: '*', Resource: '*' })),
            }),
          },
          references: { secret_arn: ['aws_secretsmanager_secret.s.arn'] },
        },
      },
      'everyone',
    ],
  ])('names the worst %s of many in one sentence (B5)', (_what, changes, worst) => {
    expect(renderMarkdown(reviewOf(planByHand(changes as never)))).toContain(worst);
  });

  it('has no direction or invisible character in the labels of a picture, which a browser writes out (B3)', () => {
    const key = JSON.stringify('a\u202eb\u200bc');
    const chain = planByHand({
      [`aws_mq_broker.b[${key}]`]: {
        action: 'replace',
        before: BROKER,
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.s'] },
      },
      'aws_subnet.s': { action: 'replace', before: { id: 'subnet-1' }, forcedBy: ['cidr_block'] },
    });
    const markdown = renderMarkdown(reviewOf(chain));
    expect(markdown).toContain('mermaid');
    expect(markdown).not.toMatch(/#(?:8238|8203);/);
  });

  it('keeps two literals side by side apart, so that neither gets out of its code (B1)', () => {
    expect(asMarkdown`${[{ literal: 'a' }, { literal: '`b' }]}`.text).toBe('`a` `` `b ``');
  });

  it('has a mark of its own for each set of stacks, however many, and for each title (B6)', () => {
    const names = Array.from({ length: 60 }, (_, index) => `stack-with-a-long-name-${index}`);
    const markOf = (stacks: string[], title?: string) => {
      const plans = stacks.map((name) => reviewPlan(name, Buffer.from(JSON.stringify(planByHand({})))));
      return renderMarkdown(reportOf(plans, DEFAULT_GATE, title)).split('\n')[0];
    };
    const marks = [markOf(names), markOf(names.slice(1)), markOf(names, 'dev'), markOf(names, 'prod')];
    expect(new Set(marks).size).toBe(4);
    expect(markOf(names.slice(1), 'prod')).toBe(marks[3]);
  });

  it('has no command of a runner and no control character as text (E1, E2)', () => {
    const key = JSON.stringify('##[add-mask]replaced \u009b31m \u001b[2J\n::error::x');
    const plan = planByHand({ [`aws_mq_broker.b[${key}]`]: { action: 'delete', before: BROKER } });
    for (const output of [renderText(reviewOf(plan), { color: false, columns: 60 }), renderMarkdown(reviewOf(plan))]) {
      expect(output).not.toContain('##[');
      expect(output.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(output).not.toMatch(/^\s*::[a-z]/m);
    }
  });
});
