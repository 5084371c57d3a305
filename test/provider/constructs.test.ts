import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import * as library from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { Client } from '../aws/client';
import { structProps } from '../props/struct-props';
import { Synthesized } from '../support/synthesized';
import { type Plan } from '../terraform/workspace';
import { describeWithProvider } from './cloud';
import { CONSTRUCT_CASES, EXISTING_BROKER, Maker } from './construct-cases';

/** Every class of the library that can be put into a stack. */
function constructsOfTheLibrary(): string[] {
  const isConstruct = (value: unknown) => typeof value === 'function' && value.prototype instanceof Construct;
  return Object.entries(library)
    .filter(([, value]) => isConstruct(value))
    .map(([name]) => name);
}

/** The cases in one stack, and what each construct was given. */
function synthesized(): { text: string; given: ReadonlyMap<string, readonly object[]> } {
  const given = new Map<string, object[]>();
  const { text } = Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    for (const [name, build] of Object.entries(CONSTRUCT_CASES)) {
      const maker = new Maker(new Construct(stack, name));
      build(maker);
      maker.given.forEach((props, construct) => given.set(construct, props));
    }
  });
  return { text, given };
}

const STRUCTS = structProps();
const propsOf = (struct: string) => STRUCTS.filter((prop) => prop.struct === struct);

/** What was given to a struct and to the structs in it, by the name of the struct. */
function collect(struct: string, values: readonly object[], all: Map<string, object[]>): void {
  all.set(struct, [...(all.get(struct) ?? []), ...values]);
  for (const { name, type } of propsOf(struct)) {
    const nested = type.replace('[]', '');
    if (propsOf(nested).length === 0) continue;
    collect(
      nested,
      values.flatMap((value) => (value as Record<string, object | object[]>)[name] ?? []),
      all,
    );
  }
}

/** `provider` needs a second provider block: two-accounts.test.ts. An acknowledgement changes nothing in Terraform. */
const NO_CASE = ['provider', 'acknowledge'];

describeWithProvider('each construct with every prop, with the real provider', (cloud) => {
  const { text, given } = synthesized();
  let applied: Plan;
  let again: Plan;
  let left: number;
  beforeAll(async () => {
    await cloud().standIn.reset();
    await new Client(cloud().standIn).createLogGroups(
      ...['general', 'audit'].map((kind) => `/aws/amazonmq/broker/${EXISTING_BROKER}/${kind}`),
    );
    const workspace = await cloud().workspace(text);
    await workspace.validate();
    applied = (await workspace.plan('-parallelism=40')).json;
    await workspace.run('apply', '-parallelism=40', 'planned');
    again = (await workspace.plan('-parallelism=40')).json;
    workspace.rewrite((written) => written.replaceAll('"prevent_destroy": true', '"prevent_destroy": false'));
    await workspace.destroy('-parallelism=40');
    left = (await cloud().standIn.inventory()).brokers.length;
  });

  /** One for the whole stack, whatever construct asks for it. */
  const idOf = (name: string) => (name === 'LogResourcePolicy' ? 'AmazonMqLogs' : name);
  const changesOf = (plan: Plan, name: string) =>
    (plan.resource_changes ?? []).filter(
      ({ address, mode, change }) =>
        mode === 'managed' && new RegExp(`\\.${idOf(name)}(_|$)`).test(address) && change.actions.join() !== 'no-op',
    );

  it.each(Object.keys(CONSTRUCT_CASES))('%s is applied, and the next plan changes nothing', (name) => {
    expect(changesOf(applied, name).map(({ change }) => change.actions)).toContainEqual(['create']);
    expect(changesOf(again, name).map(({ address }) => address)).toEqual([]);
  });

  const ofStructs = new Map<string, object[]>();
  given.forEach((props, construct) => collect(`${construct}Props`, props, ofStructs));

  it.each([...ofStructs.keys()])('every prop of %s is given', (struct) => {
    const names = ofStructs.get(struct)!.flatMap((props) => Object.keys(props));
    const missing = propsOf(struct).filter(({ name }) => !names.includes(name) && !NO_CASE.includes(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('leave no broker behind when they are destroyed', () => {
    expect(left).toBe(0);
  });

  it('are all constructs of the library', () => {
    // its brokers are the two deployment modes, and the class that both extend; a replica: replication.test.ts
    const others = ['ActiveMqBroker', 'ReplicaBroker'];
    expect([...Object.keys(CONSTRUCT_CASES), ...others].sort()).toEqual(constructsOfTheLibrary().sort());
  });
});
