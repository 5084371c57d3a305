import { type Finding } from '../../src/plan-review/findings/finding';
import { FINDING_KINDS } from '../../src/plan-review/findings/finding-kinds';
import { asMarkdown, cellCode } from '../../src/plan-review/report/markdown';
import { renderCodeQuality } from '../../src/plan-review/report/render-code-quality';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderJunit } from '../../src/plan-review/report/render-junit';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderSarif } from '../../src/plan-review/report/render-sarif';
import { renderText } from '../../src/plan-review/report/render-text';
import { type Report, reportOf } from '../../src/plan-review/report/report';
import { severitiesText } from '../../src/plan-review/report/verdict';
import { reviewPlan } from '../../src/plan-review/review-plan';
import { ownWords, phrase, plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand, resourceChange } from './plan-fixture';
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

describe('the verdict of a comment', () => {
  const headlineOf = (report: Report) => renderMarkdown(report).split('\n')[2];
  const deleted = (id: string) => ({ action: 'delete', before: { ...BROKER, id, arn: `arn:${id}` } }) as const;
  const endpoint = {
    id: 'vpce-1',
    vpc_id: 'vpc-1',
    subnet_ids: ['subnet-1'],
    private_dns_enabled: true,
    service_name: 'com.amazonaws.eu-west-1.mq',
  };

  it.each<[string, Readonly<Record<string, ChangeByHand>>, string]>([
    ['nothing', {}, '✅ Amazon MQ in `stack-0`: no findings'],
    [
      'what is new',
      { 'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, logs: [] } } },
      '✅ Amazon MQ in `stack-0`: 1 broker created',
    ],
    [
      'a warning',
      { 'aws_mq_broker.orders': { before: BROKER, after: { engine_version: '5.19' } } },
      '⚠️ Amazon MQ in `stack-0`: 1 broker pending',
    ],
    [
      'a warning of a change in place',
      {
        'aws_mq_configuration.bills': {
          before: CONFIGURATION,
          after: { data: undefined },
          unknown: { data: true },
        },
      },
      '⚠️ Amazon MQ in `stack-0`: 1 resource changed in place',
    ],
    [
      'what takes something away, however little',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: BROKER },
        'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1' } },
        'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
        'aws_vpc_endpoint.e': { action: 'delete', before: endpoint },
      },
      '⚠️ Amazon MQ in `stack-0`: 1 resource cut off',
    ],
    [
      'two brokers',
      { 'aws_mq_broker.a': deleted('b-1'), 'aws_mq_broker.b': deleted('b-2') },
      '⛔ Amazon MQ in `stack-0`: 2 brokers deleted',
    ],
  ])('is about %s', (_, changes, headline) => {
    expect(headlineOf(reportsOf(planByHand(changes)))).toBe(`### ${headline}`);
  });

  it('counts one and several', () => {
    const subnet = (id: string) => ({ action: 'replace', before: { id }, forcedBy: ['cidr_block'] }) as const;
    const changes: Record<string, ChangeByHand> = {
      'aws_mq_broker.orders': {
        action: 'replace',
        before: { ...BROKER, deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ', subnet_ids: ['subnet-1', 'subnet-2'] },
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.a.id', 'aws_subnet.b.id'] },
      },
      'aws_subnet.a': subnet('subnet-1'),
      'aws_subnet.b': subnet('subnet-2'),
    };
    const text = renderMarkdown(reportsOf(planByHand(changes)));
    expect(text.split('\n')[2]).toBe('### ⛔ Amazon MQ in `stack-0`: 1 broker and 2 others replaced');
    expect(text).toContain('**This fails the pipeline: 1 error.**');
    const configuration = { action: 'delete', before: CONFIGURATION } as const;
    const both = planByHand({ 'aws_mq_configuration.a': configuration, 'aws_mq_configuration.b': configuration });
    expect(headlineOf(reportsOf(both))).toMatch(/: 2 resources deleted$/);
  });

  it('counts severities, one and several', () => {
    const { findings } = reviewOf(MESSAGING);
    const of = (severity: 'error' | 'warning' | 'info', count: number) =>
      Array.from({ length: count }, () => ({ ...findings[0], severity }));
    const text = (...lists: Finding[][]) => plainText(severitiesText(lists.flat()));
    expect(text(of('info', 2), of('error', 1), of('warning', 3))).toBe('1 error, 3 warnings and 2 infos');
    expect(text(of('error', 2), of('warning', 1), of('info', 1))).toBe('2 errors, 1 warning and 1 info');
    expect(text([])).toBe('');
  });

  it('names ten stacks, and how many more there are', () => {
    const [ten, twelve] = [10, 12].map((count) => headlineOf(reportsOf(...Array<object>(count).fill(planByHand({})))));
    expect(ten).toMatch(/ `stack-8`, `stack-9`: no findings$/);
    expect(twelve).toMatch(/, 2 more: no findings$/);
    expect(twelve.match(/`stack-\d+`/g)).toHaveLength(10);
  });

  it('is kept apart by a mark for each set of stacks', () => {
    const markOf = (...names: string[]) => {
      const plan = Buffer.from(JSON.stringify(planByHand({})));
      return renderMarkdown(
        reportOf(
          names.map((name) => reviewPlan(name, plan)),
          DEFAULT_GATE,
        ),
      ).split('\n')[0];
    };
    expect(markOf('a', 'b')).toBe(markOf('a', 'b'));
    expect(markOf('a', 'b')).not.toBe(markOf('a', 'c'));
  });

  it('has a table of the twenty stacks with the worst that happens', () => {
    const quiet = planByHand({});
    const created = planByHand({ 'aws_mq_broker.new': { action: 'create', after: { ...BROKER, logs: [] } } });
    const stacks = (count: number) => renderMarkdown(reportsOf(...Array<object>(count).fill(quiet), created));
    const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('| `stack-'));
    expect(rows(stacks(19))).toHaveLength(20);
    expect(stacks(19)).not.toContain('not in this table');
    expect(rows(stacks(22))).toHaveLength(20);
    expect(rows(stacks(22))).toContain('| `stack-22` | 1 |');
    expect(stacks(22)).toContain('_3 more stacks are not in this table._');
  });
});

describe('an option that allows a finding', () => {
  const addressOf = (key: string) => `aws_mq_broker.b[${JSON.stringify(key)}]`;
  const optionFor = (key: string) => {
    const report = reviewOf(planByHand({ [addressOf(key)]: { action: 'delete', before: BROKER } }));
    const text = renderText(report, { color: false, columns: 80 });
    expect(text).not.toContain('undefined');
    return text.split('\n').find((line) => line.startsWith('  --allow'));
  };

  const longest = 150 - addressOf('').length;

  it.each<[string, string]>([
    ['of letters', 'orders'],
    ['of signs', 'a.b-c_d 1'],
    ['with an umlaut', 'Aufträge'],
    ['of another script', '注文'],
    ['of a digit of another script', '٣'],
    ['of all characters that there is room for', 'x'.repeat(longest)],
  ])('is written for a key %s', (_, key) => {
    expect(optionFor(key)).toBe(`  --allow '${addressOf(key)}=broker-deleted'`);
  });

  it.each<[string, string]>([
    ['with a star, which a glob is', 'a*'],
    ['with a question mark, which a glob is', 'a?'],
    ['of a picture', '😀'],
    ['with a character that nobody sees', 'a\u200bb'],
    ['that is hidden', '(sensitive)'],
    ['that a runner may obey', 'a##b'],
    ['that is too long', 'x'.repeat(longest + 1)],
  ])('is not written for a key %s', (_, key) => {
    expect(optionFor(key)).toBeUndefined();
  });

  it('says why it allows nothing, and by what something is allowed', () => {
    const exposed = { before: BROKER, after: { publicly_accessible: true, logs: [] } };
    const allowances = [
      { address: 'aws_mq_broker.orders', what: 'exposure', origin: 'allow.yml:2' },
      { address: 'aws_mq_broker.orders', what: 'audit-log-off', origin: '--allow' },
    ] as const;
    const report = reviewOf(planByHand({ 'aws_mq_broker.orders': exposed }), 'stack', { ...DEFAULT_GATE, allowances });
    const text = renderText(report, { color: false, columns: 1_000 });
    expect(text).toContain(
      'allow.yml:2: aws_mq_broker.orders=exposure allows nothing, because several findings have this effect: name the code of the one you mean',
    );
    expect(text).toContain('  Allowed by --allow\n');
    expect(text).toMatch(/^exposure +aws_mq_broker\.orders$/m);
  });
});

describe('foreign text in a comment', () => {
  it.each([
    ['spaces around and in it', ' a   b ', '`a b`'],
    ['a line of its own', 'a\nb', '`a\\nb`'],
    ['nothing', '', '` `'],
    ['a backtick in it', 'a`b', '``a`b``'],
    ['a backtick before it', '`a', '`` `a ``'],
    ['a backtick behind it', 'a`', '`` a` ``'],
  ])('is code, with %s', (_, text, expected) => {
    expect(asMarkdown`${text}`.text).toBe(expected);
    expect(asMarkdown`${phrase`x ${text}`}`.text).toBe(`x ${expected}`);
  });

  it('is code beside other code, and ends no cell of a table', () => {
    expect(asMarkdown`${phrase`${'a'}${'b'}`}`.text).toBe('`a` `b`');
    expect(cellCode('a|b').text).toBe('`a\\u{7c}b`');
  });

  it('is not what our own words are: nothing in them is Markdown, a tag or a mention', () => {
    expect(asMarkdown`${ownWords('a_b* <c> @d')}`.text).toBe('a\\_b\\* &lt;c\\> `@`d');
  });
});

describe('findings at one address', () => {
  it('are apart where they weigh differently, or are of two stacks', () => {
    const exposed = { before: BROKER, after: { publicly_accessible: true, logs: [] } };
    const markdown = renderMarkdown(reportsOf(planByHand({ 'aws_mq_broker.orders': exposed })));
    expect(markdown.match(/- \*\*exposure\*\* · /g)).toHaveLength(2);
    const deleted = planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } });
    const other = planByHand({
      'aws_mq_broker.orders': { action: 'delete', before: { ...BROKER, id: 'b-2', arn: 'arn:b-2' } },
    });
    const text = renderText(reportsOf(deleted, other), { color: false, columns: 80 });
    expect(text.match(/^delete +stack-\d: aws_mq_broker\.orders$/gm)).toHaveLength(2);
  });
});

it('the note of the only stack has no name before it, and one of several has', () => {
  const other = planByHand({
    'aws_s3_bucket.b': { action: 'create' },
    'aws_mq_broker.orders': { action: 'no-op', before: BROKER },
  });
  const note = '1 other change in this plan does not touch a broker.';
  expect(renderMarkdown(reportsOf(other))).toContain(`\n> - ${note}\n`);
  expect(renderMarkdown(reportsOf(other, planByHand({})))).toContain(`\n> - \`stack-0\`: ${note}\n`);
});

it('a comment shows forty details of a finding, and how many more there are', () => {
  const queues = (count: number) =>
    DOCUMENT.replace(
      '<destinations/>',
      `<destinations>${Array.from({ length: count }, (_, index) => `<queue physicalName="Q${index}"/>`).join('')}</destinations>`,
    );
  const text = (count: number) =>
    renderMarkdown(
      reviewOf(planByHand({ 'aws_mq_configuration.bills': { before: CONFIGURATION, after: { data: queues(count) } } })),
    );
  expect(text(40)).not.toContain('- … and');
  expect(text(45)).toContain('- … and 5 more');
});
