import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { reportOf } from '../../src/plan-review/report/report';
import { reviewPlan } from '../../src/plan-review/review-plan';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { DEFAULT_GATE, reviewOf } from './review-of';

const replaced: ChangeByHand = {
  action: 'replace',
  before: BROKER,
  unknown: { subnet_ids: true },
  forcedBy: ['subnet_ids'],
  references: { subnet_ids: ['aws_subnet.a.id'] },
};
const subnet: ChangeByHand = {
  action: 'replace',
  before: { id: 'subnet-1' },
  unknown: { id: true },
  forcedBy: ['cidr_block'],
};

describe('the Markdown of a report', () => {
  it('begins with the hidden mark and the verdict, and shows what is lost before anything is folded', () => {
    const text = renderMarkdown(
      reviewOf(
        planByHand({
          'aws_mq_broker.orders': replaced,
          'aws_subnet.a': subnet,
          'aws_mq_broker.new': { action: 'create', after: { ...BROKER, broker_name: 'invoices' } },
        }),
        'messaging',
      ),
    );
    const [mark, , headline] = text.split('\n');
    expect(mark).toMatch(/^<!-- cdktf-amazon-mq review: [0-9a-f]{32} -->$/);
    expect(headline).toBe('### ⛔ Amazon MQ in `messaging`: 1 broker and 1 other replaced, 1 broker created');
    const fold = text.indexOf('<details>');
    expect(text.indexOf('> [!CAUTION]')).toBeLessThan(fold);
    expect(text.indexOf('`aws_mq_broker.orders` is replaced')).toBeLessThan(fold);
    expect(text.indexOf('`aws_mq_broker.new` is created')).toBeGreaterThan(fold);
  });

  it('draws how a change reaches a broker, and draws nothing where there is nothing to follow', () => {
    const chain = renderMarkdown(reviewOf(planByHand({ 'aws_mq_broker.orders': replaced, 'aws_subnet.a': subnet })));
    expect(chain).toContain(
      '```mermaid\nflowchart LR\n  n0(["aws_mq_broker#46;orders<br/>replace"]):::lost\n  n1["aws_subnet#46;a<br/>replace"]:::lost\n  n1 --> n0',
    );
    expect(
      renderMarkdown(reviewOf(planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } }))),
    ).not.toContain('mermaid');
  });

  it('stays within the limit of a comment for thousands of findings, and says what it leaves out', () => {
    const many = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [
        `aws_mq_broker.b${index}`,
        { action: 'delete', before: BROKER } as const,
      ]),
    );
    const text = renderMarkdown(reviewOf(planByHand(many)));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain('3000 brokers deleted');
    const shown = text.match(/is deleted/g)!.length;
    expect(text).toContain(`_Not shown here: ${3_000 - shown} errors. See the report with \`--format json\`._`);
  });

  it('stays within it for a document of thousands of changed settings', () => {
    const entries = (value: boolean) =>
      `<broker xmlns="http://activemq.apache.org/schema/core"><destinationPolicy><policyMap><policyEntries>${Array.from({ length: 5_000 }, (_, index) => `<policyEntry gcInactiveDestinations="${value}" queue="Q${index}"/>`).join('')}</policyEntries></policyMap></destinationPolicy></broker>`;
    const values = { engine_type: 'ActiveMQ', engine_version: '5.19' };
    const text = renderMarkdown(
      reviewOf(
        planByHand({
          'aws_mq_configuration.c': { before: { ...values, data: entries(false) }, after: { data: entries(true) } },
        }),
      ),
    );
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/- … and \d+ more/);
  });

  it('takes nothing in a value for Markdown, HTML, a table or a mention', () => {
    const evil = '`|</summary><img src=x> @team\n# x';
    const text = renderMarkdown(
      reviewOf(
        planByHand({
          [`aws_mq_broker.b[${JSON.stringify(evil)}]`]: {
            before: BROKER,
            after: { engine_version: evil, apply_immediately: true },
          },
        }),
        'a-->b|<b>`',
      ),
    );
    expect(text).not.toMatch(/^# x/m);
    const withoutCode = text.replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');
    expect(withoutCode).not.toContain('<img');
    expect(withoutCode).not.toContain('@team');
  });

  it('counts several stacks in one table, by name', () => {
    const stack = (name: string, change: ChangeByHand) =>
      reviewPlan(name, Buffer.from(JSON.stringify(planByHand({ 'aws_mq_broker.orders': change }))));
    const text = renderMarkdown(
      reportOf(
        [stack('prod', { action: 'delete', before: BROKER }), stack('dev', { action: 'create', after: BROKER })],
        DEFAULT_GATE,
      ),
    );
    expect(text).toContain('### ⛔ Amazon MQ in `dev`, `prod`: 1 broker deleted, 1 broker created');
    expect(text).toContain('| Stack | delete | create |\n|---|--:|--:|\n| `dev` |  | 2 |\n| `prod` | 1 |  |');
    expect(text).toContain('in `prod`: `aws_mq_broker.orders` is deleted');
  });
});
