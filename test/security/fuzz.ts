import { UnreadablePlanError } from '../../src/plan-review/plan/unreadable-plan-error';
import { renderCodeQuality } from '../../src/plan-review/report/render-code-quality';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderJunit } from '../../src/plan-review/report/render-junit';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderSarif } from '../../src/plan-review/report/render-sarif';
import { renderText } from '../../src/plan-review/report/render-text';
import { runRecorded } from '../cli/recorded-io';
import { BROKER, planByHand } from '../plan-review/plan-fixture';
import { reviewOf } from '../plan-review/review-of';

/** A value that a plan marks as sensitive wherever a mutation puts it. */
const PLANTED = 'PLANTED-9f8e7d-Secret';

/** Numbers in the same order for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const HOSTILE: readonly unknown[] = [
  PLANTED,
  `ssl://user:${PLANTED}@host`,
  `x ${PLANTED} y`,
  ` ${PLANTED}\n`,
  '##[stop-commands]x',
  '\n::error::x',
  '\u001b[31m\u009b31m\u202e\u200b\ud800',
  '@octocat https://evil.example `` ` | <img src=x>',
  '${file("/etc/passwd")}',
  '__proto__',
  'constructor',
  '',
  'a'.repeat(2_000),
  null,
  true,
  0,
  -1,
  1e308,
  [],
  {},
  [[[{}]]],
  ['x', null, 1],
];

const DOCUMENT =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<broker xmlns="http://activemq.apache.org/schema/core"><destinationPolicy><policyMap><policyEntries><policyEntry queue="a.&gt;" memoryLimit="1mb" producerFlowControl="true"/></policyEntries></policyMap></destinationPolicy><plugins><authorizationPlugin><map><authorizationMap><authorizationEntries><authorizationEntry queue="a" read="g" write="g" admin="g"/></authorizationEntries></authorizationMap></map></authorizationPlugin></plugins></broker>';

/** A plan with most of what a review reads. */
export const PLAN = {
  ...planByHand({
    'aws_mq_broker.orders': {
      action: 'replace',
      before: BROKER,
      after: { engine_version: '5.19', publicly_accessible: true, subnet_ids: ['subnet-2'] },
      unknown: { arn: true },
      sensitive: { user: true },
      forcedBy: ['subnet_ids'],
      references: { subnet_ids: ['aws_subnet.a.id'], 'configuration.id': ['aws_mq_configuration.c.id'] },
    },
    'aws_mq_broker.bills["x"]': { before: BROKER, after: { user: [], maintenance_window_start_time: [] } },
    'aws_subnet.a': { action: 'replace', before: { id: 'subnet-1' }, forcedBy: ['cidr_block'] },
    'aws_mq_configuration.c': {
      before: { id: 'c-1', engine_type: 'ActiveMQ', engine_version: '5.18', name: 'c', data: DOCUMENT },
      after: { data: DOCUMENT.replace('1mb', '2mb') },
    },
    'aws_vpc_security_group_ingress_rule.r': {
      action: 'create',
      after: {
        security_group_id: 'sg-1',
        ip_protocol: 'tcp',
        from_port: 61617,
        to_port: 61617,
        cidr_ipv4: '0.0.0.0/0',
      },
    },
    'aws_secretsmanager_secret_policy.p': {
      before: { policy: '{"Statement":[]}' },
      after: { policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}' },
    },
    'aws_kms_key.k': { before: { id: 'k', is_enabled: true }, after: { is_enabled: false } },
  }),
  variables: { secret: { value: PLANTED } },
  resource_drift: [],
};

type Json = Record<string, unknown>;

/** Changes one to three places of a plan, chosen at random; the variable with the planted secret stays. */
function mutatedPlan(random: (below: number) => number): object {
  const plan = structuredClone(PLAN) as unknown as Json;
  for (let count = 1 + random(3); count > 0; count--) mutate(plan, random);
  return { ...plan, variables: { ...PLAN.variables } };
}

function mutate(root: Json, random: (below: number) => number): void {
  let at = root;
  for (;;) {
    const names = Object.keys(at);
    if (names.length === 0) return;
    const name = names[random(names.length)];
    const member = at[name];
    if (typeof member === 'object' && member !== null && random(6) !== 0) {
      at = member as Json;
      continue;
    }
    const kind = random(8);
    if (kind === 0) delete at[name];
    else if (kind === 1) at[String(HOSTILE[random(HOSTILE.length)])] = member;
    else if (kind === 2 && Array.isArray(at)) at.push(structuredClone(member));
    else if (kind === 3 && typeof member === 'string') at[name] = `${member}${String(HOSTILE[random(9)])}`;
    else at[name] = structuredClone(HOSTILE[random(HOSTILE.length)]);
    return;
  }
}

/** Changes one to four places of a document as text. */
function mutatedDocument(random: (below: number) => number): string {
  let text = DOCUMENT;
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(text.length);
    const piece = [text.slice(at, at + random(40)), ...PIECES][random(PIECES.length + 1)];
    text = text.slice(0, at) + piece + text.slice(at + random(12));
  }
  return text;
}

const PIECES = [
  '<',
  '>',
  '"',
  '&',
  '&#x202e;',
  '&#x9b;',
  '\u009b',
  '\u0000',
  '<!--',
  ']]>',
  '<queue physicalName="##[stop-commands]"/>',
  ' password="PLANTED-in-document"',
  ' uri="static:(ssl://u:PLANTED-in-document@h:61617)"',
  '<bean class="x"/>',
  '${x}',
  '\n::error::y\n',
  '@octocat',
  ' memoryLimit="1         x"',
];

/** What is wrong with an output, if something is. */
function wrongWith(output: string): string | undefined {
  if (output.includes(PLANTED)) return 'shows the planted secret';
  if (output.includes('PLANTED-in-document')) return 'shows a password of a document';
  if (output.includes('##[')) return 'has a command of a runner';
  if (/^\s*::[a-z]/m.test(output)) return 'has a command at the start of a line';
  if (/[\p{Cc}\p{Cf}]/u.test(output.replaceAll('\n', ''))) return 'has a control or format character';
  return undefined;
}

/** One mutated plan through the review and every format. */
function planProblem(random: (below: number) => number): string | undefined {
  const plan = mutatedPlan(random);
  try {
    const report = reviewOf(plan);
    const outputs = {
      markdown: renderMarkdown(report),
      text: renderText(report, { color: false, columns: 80 }),
      json: renderJson(report),
      sarif: renderSarif(report, '0', new Map()),
      'code quality': renderCodeQuality(report, new Map()),
      junit: renderJunit(report),
    };
    for (const [format, output] of Object.entries(outputs)) {
      const wrong = wrongWith(output);
      if (wrong !== undefined) return `${format} ${wrong}: ${JSON.stringify(plan)}`;
    }
    return undefined;
  } catch (error) {
    if (error instanceof UnreadablePlanError) return wrongWith(error.message);
    return `${String((error as Error).stack)}: ${JSON.stringify(plan)}`;
  }
}

/** One mutated document through `check` and `format`. */
async function documentProblem(random: (below: number) => number): Promise<string | undefined> {
  const text = mutatedDocument(random);
  const format = ['text', 'json', 'sarif'][random(3)];
  const check = await runRecorded(['check', '-', '--engine-version', '5.19', '--format', format], text);
  const written = await runRecorded(['format', '-'], text);
  for (const { exit, err } of [check, written]) {
    if (exit < 0 || exit > 2 || err.includes('an error of its own')) return `${err}: ${JSON.stringify(text)}`;
  }
  const wrong = wrongWith(check.out) ?? wrongWith(check.err) ?? wrongWith(written.err);
  return wrong === undefined ? undefined : `${format} ${wrong}: ${JSON.stringify(text)}`;
}

/** Runs mutated plans and documents by turns; the result is the first problem, with the number that repeats it. */
export async function fuzz(seed: number, runs: number): Promise<string | undefined> {
  for (let run = 0; run < runs; run++) {
    const random = randomNumbers(seed + run);
    const problem = run % 2 === 0 ? planProblem(random) : await documentProblem(random);
    if (problem !== undefined) return `seed ${seed + run}: ${problem}`;
  }
  return undefined;
}
