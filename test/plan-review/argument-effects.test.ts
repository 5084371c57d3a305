import fs from 'node:fs';
import path from 'node:path';
import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { PROVIDER_ARGUMENTS, type ProviderEffect } from '../facts/provider-arguments';

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
