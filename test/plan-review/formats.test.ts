import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parseXml } from '../../src/document/xml/parse-xml';
import { EFFECTS } from '../../src/plan-review/findings/effects';
import { renderCodeQuality } from '../../src/plan-review/report/render-code-quality';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderJunit } from '../../src/plan-review/report/render-junit';
import { renderSarif } from '../../src/plan-review/report/render-sarif';
import { renderText } from '../../src/plan-review/report/render-text';
import { relativeUri } from '../../src/util/relative-uri';
import { BROKER, planByHand } from './plan-fixture';
import { DEFAULT_GATE, reviewOf } from './review-of';

const HOSTILE = '<b>"&\u0000\u001b[31m\u202e\ud800 [x](https://evil.example) {0} ##[stop-commands] @team';
const KEY = `aws_mq_broker.b[${JSON.stringify(HOSTILE)}]`;
const PLAN = planByHand({
  'aws_mq_broker.orders': {
    action: 'replace',
    before: BROKER,
    after: { subnet_ids: ['subnet-9'] },
    forcedBy: ['subnet_ids'],
  },
  [KEY]: { action: 'delete', before: BROKER },
  'aws_mq_broker.bills': { before: BROKER, after: { publicly_accessible: true, logs: [] } },
});
const ALLOWING = {
  ...DEFAULT_GATE,
  allowances: [
    { address: 'aws_mq_broker.orders', what: 'broker-replaced' as const, reason: 'CHG-1', origin: 'allow.yml:2' },
    { address: 'aws_mq_broker.gone', what: 'broker-replaced' as const, origin: '--allow' },
  ],
};
const REPORT = reviewOf(PLAN, 'messaging', ALLOWING);
const FILES = new Map([['messaging', 'cdktf.out/stacks/my stack/plan.json']]);
const readJson = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as object;

describe('JSON', () => {
  const schema = readJson(path.join(__dirname, '../../json-schema/review.json'));

  it('is what its schema says', () => {
    const ajv = new Ajv({ allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(renderJson(REPORT))) || validate.errors).toBe(true);
  });

  it('has a schema with the effects there are', () => {
    expect(schema).toMatchObject({ definitions: { effect: { enum: EFFECTS } } });
  });

  it('says what is gated, what is allowed and by what', () => {
    const { findings, blocked } = JSON.parse(renderJson(REPORT)) as {
      blocked: boolean;
      findings: { address: string; gated: boolean; allowed: boolean; allowedBy?: object }[];
    };
    expect(blocked).toBe(true);
    expect(findings.find(({ address }) => address === 'aws_mq_broker.orders')).toMatchObject({
      gated: true,
      allowed: true,
      allowedBy: { origin: 'allow.yml:2', reason: 'CHG-1' },
    });
  });

  it('has the text of a hostile key for programs, and nothing of it for terminals and runners', () => {
    const json = renderJson(REPORT);
    expect(json).not.toContain('\u001b');
    expect(json).not.toContain('\u202e');
    expect(json).not.toContain('##[');
    const { findings } = JSON.parse(json) as { findings: { address: string }[] };
    expect(findings.map(({ address }) => address)).toContain(KEY);
  });
});

describe('SARIF', () => {
  const sarif = JSON.parse(renderSarif(REPORT, '0.2.0', FILES)) as {
    runs: { results: { ruleId: string; message: { text: string }; suppressions?: unknown[] }[] }[];
  };

  it('is what the schema of SARIF 2.1.0 says', () => {
    const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false, allErrors: true });
    addFormats(ajv as never);
    const validate = ajv.compile(readJson(file));
    expect(validate(sarif) || validate.errors).toBe(true);
  });

  it('has a result for each finding, and a suppression for what is allowed', () => {
    const [{ results }] = sarif.runs;
    expect(results).toHaveLength(REPORT.findings.length);
    expect(results.filter(({ suppressions }) => suppressions).map(({ ruleId }) => ruleId)).toEqual(['broker-replaced']);
  });

  it('has no link and no placeholder in a message', () => {
    for (const { message } of sarif.runs[0].results) expect(message.text).not.toMatch(/\]\(|\{\d+\}/);
  });

  it('writes the path of a plan as a URI', () => {
    expect(relativeUri('cdktf.out/my stack/plan#1.json')).toBe('cdktf.out/my%20stack/plan%231.json');
  });
});

describe("GitLab's Code Quality", () => {
  it('has a fingerprint for each of two resources whose keys are hidden: what comes twice is dropped', () => {
    const [a, b] = ['one-secret-key', 'other-secret-key'].map((key) => `aws_mq_broker.b["${key}"]`);
    const change = { action: 'delete', before: BROKER } as const;
    const more = {
      variables: {
        secrets: { value: ['one-secret-key', 'other-secret-key'] },
        token: { value: ['one-secret-key', 'other-secret-key'] },
      },
    };
    const report = reviewOf(planByHand({ [a]: change, [b]: { ...change, before: { ...BROKER, id: 'b-2' } } }, more));
    expect(report.findings.map(({ address }) => address)).toEqual(Array(2).fill('aws_mq_broker.b["(sensitive)"]'));
    const issues = JSON.parse(renderCodeQuality(report, FILES)) as { fingerprint: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('has the members that GitLab requires, and a fingerprint for each finding', () => {
    const issues = JSON.parse(renderCodeQuality(REPORT, FILES)) as Record<string, unknown>[];
    expect(issues).toHaveLength(REPORT.findings.length);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    for (const issue of issues) {
      expect(issue).toMatchObject({
        description: expect.any(String),
        check_name: expect.stringMatching(/^[a-z-]+$/),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: 'cdktf.out/stacks/my stack/plan.json', lines: { begin: 1 } },
      });
    }
  });
});

describe('JUnit', () => {
  it('is well-formed, with a failure for each finding that fails the pipeline', () => {
    const { root } = parseXml(renderJunit(REPORT));
    expect(root.name).toBe('testsuites');
    const blocking = REPORT.findings.filter(({ blocks }) => blocks).length;
    expect(root.attribute('failures')).toBe(String(blocking));
    expect(root.attribute('tests')).toBe(String(REPORT.findings.length));
    const [suite] = root.children;
    expect(suite.children.filter(({ children }) => children[0].name === 'failure')).toHaveLength(blocking);
    expect(renderJunit(REPORT)).toContain('[&quot;&lt;b&gt;\\&quot;&amp;');
  });
});

describe('text', () => {
  it.each([60, 80, 120])('is wrapped to %i columns, but for words that are longer', (columns) => {
    const lines = renderText(reviewOf(planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } })), {
      color: false,
      columns,
    }).split('\n');
    const wrapped = lines.filter((line) => !line.startsWith('  --allow'));
    expect(wrapped.filter((line) => line.length > columns)).toEqual([]);
  });

  it('says what fails the pipeline and which option allows it', () => {
    const text = renderText(REPORT, { color: false, columns: 80 });
    expect(text).toContain('This fails the pipeline: 2 errors.');
    expect(text).toContain("\n  --allow 'aws_mq_broker.bills=public-access'\n");
    expect(text).toContain('Allowed by allow.yml:2: CHG-1');
    expect(text).toContain('--allow: aws_mq_broker.gone=broker-replaced allows nothing: remove it');
  });
});
