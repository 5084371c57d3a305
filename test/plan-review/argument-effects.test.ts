import fs from 'node:fs';
import path from 'node:path';
import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { PROVIDER_ARGUMENTS, type ProviderArgument } from '../facts/provider-arguments';
import {
  type ArgumentChange,
  BROKER_CHANGES,
  CONFIGURATION_CHANGES,
  UNPLANNED_CHANGES,
} from '../terraform/argument-changes';
import { type Changes } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const ROOT = path.join(__dirname, '..', '..');

/** The id is no argument, and the block of timeouts nothing without its own arguments. */
const NOT_REVIEWED = new Set(['id', 'timeouts']);

/** The arguments in the bindings of a resource: the names that its generated code writes into Terraform's language. */
function argumentsInBindings(module: string): string[] {
  const source = fs.readFileSync(path.join(ROOT, 'node_modules/@cdktf/provider-aws/lib', module, 'index.js'), 'utf8');
  const prefix = module.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const top = /synthesizeHclAttributes\(\) {\s*const attrs = {([\s\S]*?)\n {8}};/.exec(source)![1];
  const found = [...top.matchAll(/\n {12}(\w+): {/g)].map(([, name]) => name);
  const structs = new RegExp(
    `function ${prefix}(\\w+?)ToHclTerraform\\(struct\\) {[\\s\\S]*?const attrs = {([\\s\\S]*?)\\n {4}};`,
    'g',
  );
  for (const [, struct, content] of source.matchAll(structs)) {
    const block = struct.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();
    if (!found.includes(block)) continue;
    for (const [, name] of content.matchAll(/\n {8}(\w+): {/g)) found.push(`${block}.${name}`);
  }
  return found.filter((name) => !NOT_REVIEWED.has(name)).sort();
}

describe('the table of arguments', () => {
  it('has every argument that the bindings of aws_mq_broker have, and no other', () => {
    const found = argumentsInBindings('mq-broker');
    expect(found).toEqual(Object.keys(BROKER_ARGUMENTS).sort());
  });

  it('has every argument that the bindings of aws_mq_configuration have, and no other', () => {
    const found = argumentsInBindings('mq-configuration');
    expect(found).toEqual(Object.keys(CONFIGURATION_ARGUMENTS).sort());
  });
});

/** The effect of an argument in the words of the table. */
function effectOf({ effect, planned, ofTerraform }: ProviderArgument): ArgumentEffect {
  if (effect !== 'none') return effect;
  if (planned === 'never') return 'not-planned';
  if (planned === 'always') return 'no-effect';
  return ofTerraform ? 'state' : 'recorded-only';
}

describe('the table of arguments and the provider', () => {
  it.each([
    ['aws_mq_broker', BROKER_ARGUMENTS],
    ['aws_mq_configuration', CONFIGURATION_ARGUMENTS],
  ] as const)('agree on %s', (type, table) => {
    const effects = Object.entries(PROVIDER_ARGUMENTS[type]).map(([name, argument]) => [name, effectOf(argument)]);
    expect(Object.fromEntries(effects)).toEqual(table);
  });
});

/** The code, by effect, of what a report says about a broker on which one argument changes. */
const CODES: Readonly<Record<ArgumentEffect, string | undefined>> = {
  replace: 'broker-replaced',
  reboot: 'broker-change-pending',
  'in-place': 'broker-changed-in-place',
  'no-effect': 'broker-argument-ignored',
  'recorded-only': 'broker-argument-never-sent',
  state: 'broker-argument-recorded',
  'not-planned': undefined,
};

/** The same of a configuration. */
const CODES_OF_CONFIGURATION: Readonly<Record<string, string>> = {
  authentication_strategy: 'configuration-argument-ignored',
  data: 'configuration-revised',
  description: 'configuration-revised',
  tags: 'configuration-changed-in-place',
  // Newer than the bindings.
  skip_destroy: 'configuration-argument-recorded',
};

/** A plan has each block as a list. */
const asPlanned = (values: object = {}): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => [
      name,
      name.startsWith('tags') || typeof value !== 'object' || Array.isArray(value) ? value : [value],
    ]),
  );

/** The broker that the changes are about, as the state has it. */
const STANDBY = {
  ...BROKER,
  deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
  encryption_options: [{ use_aws_owned_key: true, kms_key_id: '' }],
};

/** The code and the arguments of each finding with one of these codes. */
const saidOf = (changes: Changes, codes: readonly (string | undefined)[]) =>
  reviewOf(planByHand(changes))
    .findings.filter(({ code }) => codes.includes(code))
    .map(({ code, attributes }) => [code, attributes]);

describe('the report on a change of one argument', () => {
  const rows = Object.entries<ArgumentChange>({
    ...BROKER_CHANGES,
    ...UNPLANNED_CHANGES,
    tags_all: { to: { tags_all: { team: 'orders' } } },
  }).filter(([name]) => name !== 'user.replication_user'); // A plan by hand would have it as a change of the user.

  it.each(rows.map(([name, change]) => ({ name, change, effect: effectOf(PROVIDER_ARGUMENTS.aws_mq_broker[name]) })))(
    'of a broker says what the provider does with $name: $effect',
    ({ name, change, effect }) => {
      const said = saidOf(
        {
          'aws_mq_broker.orders': {
            // Without what forces it, as Terraform before 1.0 planned it.
            action: effect === 'replace' ? 'replace' : 'update',
            before: { ...STANDBY, ...asPlanned(change.from) },
            after: asPlanned(change.to),
          },
        },
        Object.values(CODES),
      );
      const argument = name.startsWith('user.') ? 'user' : name;
      expect(said).toEqual(effect === 'not-planned' ? [] : [[CODES[effect], expect.arrayContaining([argument])]]);
    },
  );

  it.each([
    ['resource_share_arns', ['arn:aws:ram:eu-west-1:123456789012:resource-share/a']],
    ['storage_size', 200],
  ])('of a broker with a newer provider says that %s needs a reboot', (name, value) => {
    const change = { before: STANDBY, after: { [name]: value } };
    expect(saidOf({ 'aws_mq_broker.orders': change }, Object.values(CODES))).toEqual([
      ['broker-change-pending', [name]],
    ]);
  });

  const changes: typeof CONFIGURATION_CHANGES = { ...CONFIGURATION_CHANGES, skip_destroy: { skip_destroy: true } };

  it.each(Object.entries(CODES_OF_CONFIGURATION))('of a configuration says of %s: %s', (name, code) => {
    const change = { before: { id: 'c-1', engine_type: 'ActiveMQ' }, after: changes[name] };
    expect(saidOf({ 'aws_mq_configuration.c': change }, Object.values(CODES_OF_CONFIGURATION))).toEqual([
      [code, [name]],
    ]);
  });
});
