import { FINDING_KINDS } from '../../src/plan-review/findings/finding-kinds';
import { renderCodeQuality } from '../../src/plan-review/report/render-code-quality';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderJunit } from '../../src/plan-review/report/render-junit';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderSarif } from '../../src/plan-review/report/render-sarif';
import { renderText } from '../../src/plan-review/report/render-text';
import { reportOf } from '../../src/plan-review/report/report';
import { reviewPlan } from '../../src/plan-review/review-plan';
import { BROKER, planByHand, resourceChange } from './plan-fixture';
import { DEFAULT_GATE, reviewOf } from './review-of';

const DOCUMENT = '<broker xmlns="http://activemq.apache.org/schema/core"><destinations/></broker>';
const CONFIGURATION = { id: 'c-1', name: 'bills', engine_type: 'ActiveMQ', engine_version: '5.18', data: DOCUMENT };
const withQueue = DOCUMENT.replace('<destinations/>', '<destinations><queue physicalName="A"/></destinations>');

/** Replaced and deleted brokers, changes in place, drift, a note: something of everything that a report has. */
const MESSAGING = planByHand(
  {
    'aws_mq_broker.orders': {
      action: 'replace',
      before: BROKER,
      unknown: { subnet_ids: true },
      forcedBy: ['subnet_ids'],
      references: { subnet_ids: ['aws_subnet.a.id'] },
    },
    'aws_subnet.a': {
      action: 'replace',
      before: { id: 'subnet-1', cidr_block: '10.0.0.0/24' },
      after: { cidr_block: '10.0.1.0/24' },
      unknown: { id: true },
      forcedBy: ['cidr_block'],
    },
    'aws_mq_broker.bills': {
      before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2`, broker_name: 'bills', subnet_ids: ['subnet-2'] },
      after: { publicly_accessible: true, tags: { a: 'b' }, engine_version: '5.19' },
    },
    'aws_mq_configuration.bills': { before: CONFIGURATION, after: { data: withQueue } },
    'aws_s3_bucket.other': { action: 'create', after: {} },
  },
  {
    resource_drift: [
      resourceChange('aws_mq_broker.bills', { before: BROKER, after: { auto_minor_version_upgrade: false } }),
    ],
  },
);
const ARCHIVE = planByHand({
  'aws_mq_broker.archive': { action: 'create', after: { ...BROKER, broker_name: 'archive' } },
});

const allowance = (address: string, what: 'broker-replaced' | 'public-access', more: object = {}) => ({
  address,
  what,
  origin: 'allow.yml:2',
  ...more,
});
const REPORT = reportOf(
  [
    reviewPlan('messaging', Buffer.from(JSON.stringify(MESSAGING))),
    reviewPlan('archive', Buffer.from(JSON.stringify(ARCHIVE))),
  ],
  {
    ...DEFAULT_GATE,
    allowances: [
      allowance('aws_mq_broker.orders', 'broker-replaced', { reason: 'CHG-1' }),
      allowance('aws_mq_broker.gone', 'broker-replaced', { origin: '--allow' }),
      allowance('aws_mq_broker.bills', 'public-access', { origin: 'allow.yml:5', expires: '2026-11-25' }),
    ],
  },
  'production',
);
const FILES = new Map([['messaging', 'stacks/messaging/plan.json']]);

const findingOf = <T extends { code?: string; ruleId?: string; check_name?: string }>(
  all: readonly T[],
  name: string,
) => all.find(({ code, ruleId, check_name }) => [code, ruleId, check_name].includes(name));

describe('a report of two stacks', () => {
  it('is this text, wrapped to the columns of a terminal', () => {
    expect(renderText(REPORT, { color: false, columns: 100 })).toMatchSnapshot();
  });

  it('has the colors of its effects where colors are wanted', () => {
    const escape = String.fromCharCode(27);
    const painted = renderText(REPORT, { color: true, columns: 10_000 }).replaceAll(escape, 'ESC');
    expect(painted.split('\n').filter((line) => /ESC\[(2|3\d)m/.test(line))).toMatchSnapshot();
    expect(painted.replace(/ESC\[\d+m/g, '')).toBe(renderText(REPORT, { color: false, columns: 10_000 }));
  });

  it('is this comment of a pull request', () => {
    expect(renderMarkdown(REPORT)).toMatchSnapshot();
  });

  it('is this JUnit file', () => {
    expect(renderJunit(REPORT)).toMatchSnapshot();
  });

  it('is Code Quality with the severities of GitLab: what fails the pipeline blocks', () => {
    const issues = JSON.parse(renderCodeQuality(REPORT, FILES)) as { check_name: string; severity: string }[];
    expect(Object.fromEntries(issues.map(({ check_name, severity }) => [check_name, severity]))).toMatchObject({
      'broker-replaced': 'critical',
      'public-access': 'blocker',
      'document-form': 'major',
      'broker-created': 'info',
    });
    expect(findingOf(issues, 'broker-changed-in-place')).toEqual({
      description: 'aws_mq_broker.bills: aws_mq_broker.bills takes tags as it runs, without a reboot.',
      check_name: 'broker-changed-in-place',
      fingerprint: 'f6c9dddf427508c98e957bde0a8aa083',
      severity: 'info',
      location: { path: 'stacks/messaging/plan.json', lines: { begin: 1 } },
    });
    expect(findingOf(issues, 'broker-created')).toMatchObject({ location: { path: 'archive' } });
  });

  it('is SARIF with the rules of its findings, by their codes', () => {
    const { $schema, version, runs } = JSON.parse(renderSarif(REPORT, '0.2.0', FILES)) as {
      $schema: string;
      version: string;
      runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] }[];
    };
    expect([$schema, version, runs.length]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0', 1]);
    const [{ tool, results }] = runs;
    const { rules } = tool.driver;
    expect({ ...tool.driver, rules: [] }).toEqual({
      name: 'cdktf-amazon-mq',
      version: '0.2.0',
      informationUri: 'https://github.com/cdktf-amazon-mq/cdktf-amazon-mq',
      rules: [],
    });
    expect(rules.map(({ id }) => id)).toEqual([...new Set(REPORT.findings.map(({ code }) => code))].sort());
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
    expect(rules.filter(({ id }) => ['broker-created', 'broker-replaced'].includes(id))).toEqual([
      {
        id: 'broker-created',
        shortDescription: { text: 'the plan creates a broker' },
        helpUri: FINDING_KINDS['broker-created'].source,
        defaultConfiguration: { level: 'note' },
      },
      {
        id: 'broker-replaced',
        shortDescription: { text: 'Amazon MQ cannot change the argument on an existing broker' },
        helpUri: FINDING_KINDS['broker-replaced'].source,
        defaultConfiguration: { level: 'error' },
      },
    ]);
    expect(findingOf(results, 'broker-replaced')).toEqual({
      ruleId: 'broker-replaced',
      ruleIndex: rules.findIndex(({ id }) => id === 'broker-replaced'),
      level: 'error',
      message: {
        text: expect.stringMatching(
          /^aws_mq_broker\.orders: aws_mq_broker\.orders is replaced: .* Keep aws_subnet\.a as it is; or create /,
        ) as string,
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'stacks/messaging/plan.json' },
            region: { startLine: 1 },
          },
          logicalLocations: [{ fullyQualifiedName: 'aws_mq_broker.orders', kind: 'resource' }],
        },
      ],
      suppressions: [{ kind: 'external', justification: 'CHG-1' }],
      properties: { effect: 'replace', stack: 'messaging', causedBy: ['aws_subnet.a'], blocks: false },
      partialFingerprints: { 'finding/v1': '998687ba281bbd433c8bbf8dbe553d71' },
    });
    expect(findingOf(results, 'public-access')).toMatchObject({ properties: { blocks: true } });
    expect(findingOf(results, 'broker-change-pending')).toMatchObject({ level: 'warning' });
  });

  it('links the rules of SARIF about documents to the page of this package', () => {
    const broken = { ...CONFIGURATION, data: '<broker>' };
    const report = reviewOf(planByHand({ 'aws_mq_configuration.bills': { action: 'create', after: broken } }));
    const { runs } = JSON.parse(renderSarif(report, '0.2.0', FILES)) as {
      runs: { tool: { driver: { rules: object[] } } }[];
    };
    expect(runs[0].tool.driver.rules).toContainEqual({
      id: 'document-syntax',
      shortDescription: { text: FINDING_KINDS['document-syntax'].reason },
      helpUri: 'https://github.com/cdktf-amazon-mq/cdktf-amazon-mq/blob/main/docs/document.md',
      defaultConfiguration: { level: 'error' },
    });
  });

  it('is JSON with what each stack, drift and allowance came to', () => {
    const { findings, ...report } = JSON.parse(renderJson(REPORT)) as { findings: { code: string }[] };
    expect(report).toEqual({
      formatVersion: '2',
      title: 'production',
      blocked: true,
      summary: {
        ...{ replace: 2, delete: 0, fails: 1, 'cut-off': 0, exposure: 1, reboot: 0, 'no-effect': 1 },
        ...{ unknown: 0, pending: 1, 'in-place': 2, create: 2 },
      },
      drift: [
        {
          address: 'aws_mq_broker.bills',
          resourceType: 'aws_mq_broker',
          attributes: ['auto_minor_version_upgrade'],
          message:
            'aws_mq_broker.bills was changed outside Terraform: auto_minor_version_upgrade true → false. The apply leaves auto_minor_version_upgrade as it is now.',
          stack: 'messaging',
        },
      ],
      stacks: [
        { name: 'archive', notes: [] },
        { name: 'messaging', notes: ['1 other change in this plan does not touch a broker.'] },
      ],
      allowances: [
        {
          address: 'aws_mq_broker.orders',
          what: 'broker-replaced',
          reason: 'CHG-1',
          origin: 'allow.yml:2',
          state: 'used',
        },
        { address: 'aws_mq_broker.gone', what: 'broker-replaced', origin: '--allow', state: 'unused' },
        {
          address: 'aws_mq_broker.bills',
          what: 'public-access',
          expires: '2026-11-25',
          origin: 'allow.yml:5',
          state: 'expired',
        },
      ],
    });
    expect(findingOf(findings, 'configuration-revised')).toEqual({
      code: 'configuration-revised',
      effect: 'in-place',
      severity: 'info',
      address: 'aws_mq_configuration.bills',
      stack: 'messaging',
      resourceType: 'aws_mq_configuration',
      attributes: ['data'],
      message: expect.stringMatching(/^aws_mq_configuration\.bills gets a new revision: data changes\. /) as string,
      remedy: '',
      details: ['queue A is added'],
      causedBy: [],
      gated: false,
      allowed: false,
    });
    expect(findingOf(findings, 'broker-replaced')).toMatchObject({
      gated: true,
      allowed: true,
      allowedBy: { origin: 'allow.yml:2', reason: 'CHG-1' },
    });
  });
});

const reportsOf = (...plans: object[]) =>
  reportOf(
    plans.map((plan, index) => reviewPlan(`stack-${index}`, Buffer.from(JSON.stringify(plan)))),
    DEFAULT_GATE,
  );

describe('a report of stacks in which nothing happens', () => {
  it('says so in one line, without a table', () => {
    const report = reportsOf(planByHand({}), planByHand({}));
    const [, , ...lines] = renderMarkdown(report).split('\n');
    expect(lines).toEqual(['### ✅ Amazon MQ in `stack-0`, `stack-1`: no findings', '']);
    expect(renderText(report, { color: false, columns: 80 })).toBe('stack-0: no findings\nstack-1: no findings\n');
  });
});

describe('a report of two stacks with brokers of one address', () => {
  const deleted = { 'aws_mq_broker.orders': { action: 'delete', before: BROKER } } as const;
  const other = {
    'aws_mq_broker.orders': { action: 'delete', before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` } },
  } as const;

  it('counts both', () => {
    const report = reportsOf(planByHand(deleted), planByHand(other));
    expect(renderMarkdown(report)).toContain('in `stack-0`, `stack-1`: 2 brokers deleted\n');
  });

  it('counts the findings at one address as one broker', () => {
    const exposed = { before: BROKER, after: { publicly_accessible: true, logs: [] } };
    const report = reportsOf(planByHand({ 'aws_mq_broker.orders': exposed }));
    expect(report.findings.filter(({ effect }) => effect === 'exposure')).toHaveLength(2);
    expect(renderMarkdown(report)).toContain(': 1 broker exposed,');
  });
});

it('the picture of the only stack of a report has no name above it', () => {
  const report = reportsOf(MESSAGING);
  expect(renderMarkdown(report)).toContain(
    '<details><summary>From the changes to the brokers</summary>\n\n```mermaid\n',
  );
});

describe('the box of a comment', () => {
  const deleted = planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } });
  const allowances = [{ address: 'aws_mq_broker.orders', what: 'broker-deleted', origin: '--allow' }] as const;

  it('warns of danger where an error is not allowed, and else of what is worth a look', () => {
    expect(renderMarkdown(reviewOf(deleted))).toContain('\n> [!CAUTION]\n> - **delete**');
    expect(renderMarkdown(reviewOf(deleted, 'stack', { ...DEFAULT_GATE, allowances }))).toContain(
      '\n> [!WARNING]\n> - **delete**',
    );
  });

  it('has warnings of what is lost or opened, and no other warnings', () => {
    const change = { before: BROKER, after: { logs: [{ general: true, audit: 'false' }] } };
    const text = renderMarkdown(reviewOf(planByHand({ 'aws_mq_broker.orders': change })));
    expect(text).toContain('\n> [!WARNING]\n> - **exposure**');
    expect(text).toContain('\n- **pending** · ');
  });
});
