import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runRecorded } from '../cli/recorded-io';
import { BROKER, type ChangeByHand, planByHand, resourceChange } from '../plan-review/plan-fixture';
import { describeRendered, liveParts } from './rendered';

const FORMATS = ['markdown', 'text', 'json', 'sarif', 'code-quality', 'junit'];

/** Texts that lead a terminal, a runner, a page or a reader astray. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['letters that look like nothing', 'a\u3164b\uffa0'],
  ['variation selectors', 'a\ufe0fb\u{e0101}'],
  ['blanks that are no spaces', 'a\u00a0b\u2800c\u3000'],
  ['a pile of marks', `a${'\u0336'.repeat(50)}`],
  ['a mark at the start', '\u0300abc'],
  ['isolated directions', 'a\u2066b\u2069\u202e'],
  ['emoji that a limit cuts in two', `${'x'.repeat(199)}😀`],
  ['a link of a terminal', '\u001b]8;;http://evil.example\u0007x'],
  ['a command behind a blank', '\u00a0::error::x'],
  ['a command in a new line', '\r\n::add-mask::x\n/approve'],
  ['a command within a line', 'x ##[group]y ##vso[task.setvariable variable=x]z'],
  ['backticks', '`a``b```c'],
  ['one backtick', '`'],
  ['a row of a table', '|a|b|\n|---|'],
  ['the end of HTML and of a comment', '</code></summary></details><!-- x --><script>'],
  ['references of HTML', '&#64;octocat &commat;octocat @octocat GH-1 owner/repo#1'],
  ['formulas and links', '$`x`$ $x$ https://evil.example www.evil.example [x](1) {0}'],
  ['an address of a resource', 'module.x["y"].aws_mq_broker.z (deposed 1)'],
];

/** What is wrong with an output, if something is. */
function wrongWith(output: string): string | undefined {
  if (/##[\w.-]*\[/.test(output)) return 'a command of a runner';
  if (/^\s*::[a-z]/im.test(output)) return 'a command at the start of a line';
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(output)) return 'half a character';
  const text = output.replaceAll('\n', '');
  const found = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|\p{M}{4}/u.exec(text);
  return found === null ? undefined : `U+${found[0].codePointAt(0)!.toString(16)}`;
}

const NAMESPACE = 'xmlns="http://activemq.apache.org/schema/core"';

/** A text as a document can have it. */
function xml(text: string): string {
  const allowed = text.replace(/[^\P{Cc}\n\r\t]/gu, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** A plan that has a text wherever a report may show one. */
function planWith(text: string): object {
  const at = (address: string, change: ChangeByHand) => ({ [`${address}[${JSON.stringify(text)}]`]: change });
  const inXml = xml(text);
  const configuration = { id: 'c-1', engine_type: 'ActiveMQ', engine_version: '5.18', name: text };
  return planByHand(
    {
      ...at('aws_mq_broker.b', {
        action: 'replace',
        before: { ...BROKER, broker_name: text },
        after: { broker_name: `${text}2` },
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids', text],
        references: { subnet_ids: ['aws_subnet.s'] },
        more: { previous_address: text, provider_name: text, action_reason: text },
      }),
      ...at('aws_mq_broker.d', { action: 'delete', before: { ...BROKER, id: 'b-9' }, more: { deposed: text } }),
      ...at('aws_subnet.s', {
        action: 'replace',
        before: { id: 'subnet-1', cidr_block: text },
        forcedBy: ['cidr_block'],
      }),
      ...at('aws_mq_configuration.c', {
        before: { ...configuration, data: `<broker ${NAMESPACE}/>` },
        after: {
          data: `<broker ${NAMESPACE}><networkConnectors><networkConnector name="${inXml}" uri="${inXml}"/></networkConnectors><zz name="${inXml}">${inXml}</zz></broker>`,
        },
      }),
      ...at('aws_security_group_rule.r', {
        action: 'create',
        after: {
          type: 'ingress',
          protocol: 'tcp',
          from_port: 61617,
          to_port: 61617,
          security_group_id: 'sg-1',
          cidr_blocks: ['0.0.0.0/0', text],
        },
      }),
      ...at('awscc_amazonmq_broker.x', { action: 'delete', before: { id: text } }),
      ...at('aws_kms_key.k', { action: 'delete', before: { id: 'k', arn: text } }),
    },
    {
      output_changes: { [text]: { actions: ['delete'], before: 'b-1', after: null } },
      resource_drift: [resourceChange('aws_mq_broker.b', { before: BROKER, after: { engine_version: text } })],
      deferred_changes: [
        { reason: text, resource_change: resourceChange('aws_mq_broker.f', { action: 'delete', before: BROKER }) },
      ],
      complete: false,
      [`${text}_part`]: {},
    },
  );
}

describe.each(HOSTILE)('foreign text with %s', (_what, text) => {
  it.each(FORMATS)('is a harmless literal in %s', async (format) => {
    const args = [
      'review',
      '--format',
      format,
      `--title=${text}`,
      '--show-user-names',
      `--allow=${text}=broker-deleted`,
    ];
    const { exit, out, err } = await runRecorded(args, JSON.stringify(planWith(text)));
    expect(exit).toBe(1);
    expect(wrongWith(out) ?? wrongWith(err)).toBeUndefined();
  });

  it('is a harmless literal in what each command says of files, options and arguments', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literals-'));
    const file = path.join(folder, `${text.replaceAll('/', '_').slice(0, 80)}.xml`);
    fs.writeFileSync(file, `<broker ${NAMESPACE} foo="${xml(text)}"><bar>${xml(text)}</bar></broker>`);
    const stack = {
      resource: { aws_secretsmanager_secret: { [text]: { name: text } }, [text]: { x: {} }, constructor: { y: {} } },
      provider: { aws: [{ region: text }] },
      module: { [text]: {} },
    };
    const runs: readonly (readonly [string[], string?])[] = [
      [['check', file, file]],
      [['check', file, '--format', 'json']],
      [['check', file, '--format', 'sarif']],
      [['check', `--engine-version=${text}`, file]],
      [['format', `${file}x`]],
      [['review', file]],
      [['review', `--allow-file=${file}`, '-']],
      [['review', `--output=${file}/x`, '-'], '{}'],
      [['permissions', '-'], JSON.stringify(stack)],
      [['permissions', `--for=${text}`, file]],
      [['local', file, `--out=${file}x`, `--user=${text}`]],
      [['local', '--stack', '-', '--out', `${file}x`, `--broker=${text}`], JSON.stringify(stack)],
    ];
    const wrong: string[] = [];
    for (const [args, input] of runs) {
      const { out, err } = await runRecorded(args, input);
      const found = wrongWith(out) ?? wrongWith(err) ?? (err.includes('error of its own') ? err : undefined);
      if (found !== undefined) wrong.push(`${args.join(' ')}: ${found}`);
    }
    fs.rmSync(folder, { recursive: true });
    expect(wrong).toEqual([]);
  });
});

describeRendered('foreign text in a comment, as GitHub renders it', () => {
  it.each(HOSTILE)('is not live with %s', async (_what, text) => {
    const { out } = await runRecorded(
      ['review', '--format', 'markdown', `--title=${text}`],
      JSON.stringify(planWith(text)),
    );
    expect(liveParts(out)).toEqual([]);
  });
});

describe('the place of a finding of check, in SARIF', () => {
  it.each(['javascript:alert(1).xml', 'https:evil.example.xml', '#x?y.xml'])(
    'is a path for the file %s',
    async (name) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literals-'));
      const here = process.cwd();
      fs.writeFileSync(path.join(folder, name), `<broker ${NAMESPACE} foo="1"/>`);
      process.chdir(folder);
      try {
        const { out } = await runRecorded(['check', name, '--format', 'sarif']);
        const { runs } = JSON.parse(out) as {
          runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
        };
        const { uri } = runs[0].results[0].locations[0].physicalLocation.artifactLocation;
        expect(uri).toBe(encodeURIComponent(name));
      } finally {
        process.chdir(here);
        fs.rmSync(folder, { recursive: true });
      }
    },
  );
});
