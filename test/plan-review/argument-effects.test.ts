import fs from 'node:fs';
import path from 'node:path';
import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { type Effect } from '../../src/plan-review/findings/effects';
import { PROVIDER_ARGUMENTS, type ProviderEffect } from '../facts/provider-arguments';
import {
  BROKER_CHANGES,
  brokersWith,
  CONFIGURATION_CHANGES,
  configurationsWith,
  nameOf,
} from '../terraform/argument-changes';
import { describeWithTerraform } from '../terraform/terraform';
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

/** What the table of arguments may say where the provider has an effect. */
const OF_THE_PROVIDER: Readonly<Record<ProviderEffect, readonly ArgumentEffect[]>> = {
  replace: ['replace'],
  reboot: ['reboot', 'not-planned'],
  'in-place': ['in-place'],
  none: ['no-effect', 'recorded-only', 'state', 'not-planned'],
};

describe('the table of arguments and the provider', () => {
  it.each([
    ['aws_mq_broker', BROKER_ARGUMENTS],
    ['aws_mq_configuration', CONFIGURATION_ARGUMENTS],
  ] as const)('agree on %s', (type, table) => {
    const known = PROVIDER_ARGUMENTS[type];
    expect(Object.keys(known).sort()).toEqual(Object.keys(table).sort());
    for (const [name, { effect }] of Object.entries(known)) {
      // Nobody sets tags_all; where it changes, default tags of the provider do, and those are sent.
      if (name === 'tags_all') continue;
      expect({ name, effect: OF_THE_PROVIDER[effect] }).toEqual({
        name,
        effect: expect.arrayContaining([table[name]]),
      });
    }
  });
});

/** The rows of the facts: what a change does to a broker. Without apply_immediately a reboot waits. */
const EXPECTED: readonly (readonly [Effect, RegExp])[] = [
  ['no-effect', /^(storage_type|authentication_strategy|ldap_server_metadata\..*)$/],
  [
    'replace',
    /^(broker_name|deployment_mode|engine_type|encryption_options.*|publicly_accessible|subnet_ids|ldap_server_metadata|data_replication_primary_broker_arn|region)$/,
  ],
  ['pending', /^(configuration.*|logs.*|engine_version|user.*|host_instance_type|data_replication_mode)$/],
  ['in-place', /^(security_groups|auto_minor_version_upgrade|maintenance_window_start_time.*|tags|apply_immediately)$/],
];

/** Blocks whose own arguments are changed, and what follows from other arguments. */
const NOT_CHANGED_ALONE = new Set(['configuration', 'encryption_options', 'logs', 'tags_all']);

/** Whether an argument is another one, or stands in its block. */
function isPartOf(argument: string, block: string): boolean {
  return argument === block || argument.startsWith(`${block}.`);
}

describeWithTerraform('a plan that changes one argument of a broker', (aws) => {
  it('has the effect that the facts say', async () => {
    const { findings } = reviewOf(await aws().planOf(brokersWith('from'), brokersWith('to')));

    for (const argument of Object.keys(BROKER_CHANGES)) {
      const [effect] = EXPECTED.find(([, names]) => names.test(argument))!;
      const found = findings.filter(({ address }) => address === `aws_mq_broker.${nameOf(argument)}`);
      const named = found.flatMap((finding) => (finding.effect === effect ? finding.attributes : []));
      const isNamed = named.some((name) => isPartOf(name, argument) || isPartOf(argument, name));
      const effects = found.map((finding) => finding.effect);
      expect({ argument, effects, named, isNamed }).toEqual({
        argument,
        effects: expect.arrayContaining([effect]),
        named: expect.anything(),
        isNamed: true,
      });
    }
  });

  it('is made for every argument', () => {
    const covered = Object.entries(BROKER_ARGUMENTS)
      .filter(([argument, effect]) => !NOT_CHANGED_ALONE.has(argument) && effect !== 'not-planned')
      .map(([argument]) => argument);
    expect(Object.keys(BROKER_CHANGES).sort()).toEqual(covered.sort());
  });
});

describeWithTerraform('a plan that changes one argument of a configuration', (aws) => {
  it('has the effect that the facts say', async () => {
    const { findings } = reviewOf(await aws().planOf(configurationsWith('from'), configurationsWith('to')));
    for (const argument of Object.keys(CONFIGURATION_CHANGES)) {
      const effect = CONFIGURATION_ARGUMENTS[argument];
      const found = findings.filter(({ address }) => address === `aws_mq_configuration.${argument}`);
      const shown = found.find((finding) => finding.effect === effect);
      expect({ argument, shown: shown?.attributes }).toEqual({ argument, shown: expect.arrayContaining([argument]) });
    }
    expect(Object.keys({ ...CONFIGURATION_CHANGES, tags_all: undefined }).sort()).toEqual(
      Object.keys(CONFIGURATION_ARGUMENTS).sort(),
    );
  });
});
