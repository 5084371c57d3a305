import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import {
  BrokerConfiguration,
  BrokerVpc,
  ConfigurationDocument,
  EngineVersion,
  Password,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
  ZoneCount,
} from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { type Inventory } from '../aws/stand-in';
import { Synthesized } from '../support/synthesized';
import { type Plan } from '../terraform/workspace';
import { describeWithProvider } from './cloud';

/** The part of `terraform show -json` of a state that has the secrets. */
interface State {
  readonly values: {
    readonly root_module: {
      readonly resources: readonly { readonly type: string; readonly values: { readonly secret_string: string } }[];
    };
  };
}

type Props = Omit<SingleInstanceBrokerProps, 'brokerName'>;

const SETTLED = { applyImmediately: true };
const PROTECTED = { ...SETTLED, deletionProtection: true };
const withDocument = (xml: string): ((scope: Construct) => Props) => {
  return (scope) => ({
    ...SETTLED,
    configuration: new BrokerConfiguration(scope, 'configuration', {
      namePrefix: 'document-',
      document: ConfigurationDocument.fromXml(xml),
    }),
  });
};
const withKey = (kmsKeyId?: string): Props => ({
  ...SETTLED,
  users: [{ username: 'shop', password: Password.generated({ kmsKeyId }) }],
});
const DURABLE = ConfigurationDocument.durable().xml;

/** Brokers by name: before and after the change of one of their props. */
const LIVES: Readonly<Record<string, Record<'from' | 'to', (scope: Construct) => Props>>> = {
  upgraded: {
    from: () => ({ ...SETTLED, engineVersion: EngineVersion.V5_18 }),
    to: () => ({ ...SETTLED, engineVersion: EngineVersion.V5_19 }),
  },
  document: { from: withDocument(DURABLE), to: withDocument(DURABLE.replace('limit="1000"', 'limit="5000"')) },
  key: { from: () => withKey(), to: () => withKey('alias/secrets') },
  protected: { from: () => PROTECTED, to: () => PROTECTED },
};

function stackOf(when: 'from' | 'to'): string {
  return Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const network = new BrokerVpc(stack, 'network', { zones: ZoneCount.ONE });
    for (const [brokerName, life] of Object.entries(LIVES)) {
      const scope = new Construct(stack, brokerName);
      new SingleInstanceBroker(scope, 'broker', { brokerName, network, ...life[when](scope) });
    }
  }).text;
}

/** What a plan does to the resources of a broker. */
function actionsOf({ resource_changes = [] }: Plan, name: string): Record<string, string> {
  const own = resource_changes.filter(({ address, mode }) => mode === 'managed' && address.includes(`.${name}_`));
  const changes = own.filter(({ change }) => change.actions.join() !== 'no-op');
  return Object.fromEntries(changes.map(({ type, change }) => [type, change.actions.join()]));
}

describeWithProvider('the life of a broker with the real provider', (cloud) => {
  let planned: Plan;
  let again: Plan;
  let printed: string;
  let before: Inventory;
  let after: Inventory;
  let rejected: string;
  beforeAll(async () => {
    await cloud().standIn.reset();
    const workspace = await cloud().applied(stackOf('from'));
    before = await cloud().standIn.inventory();
    workspace.write(stackOf('to'));
    const first = await workspace.plan();
    const applied = await workspace.run('apply', 'planned');
    after = await cloud().standIn.inventory();
    const second = await workspace.plan();
    [planned, again] = [first.json, second.json];
    printed = [first, applied, second].map(({ output }) => output).join('\n');
    workspace.rewrite((text) => text.replaceAll('"publicly_accessible": false', '"publicly_accessible": true'));
    rejected = (await workspace.tryRun('plan')).output;
  });

  const broker = ({ brokers }: Inventory, wanted: string) => brokers.find(({ name }) => name === wanted)!;

  it('an engine upgrade keeps the broker, and makes a configuration of its own name', () => {
    expect(actionsOf(planned, 'upgraded')).toEqual({
      aws_mq_configuration: 'create,delete',
      aws_mq_broker: 'update',
    });
    expect(broker(after, 'upgraded')).toMatchObject({ id: broker(before, 'upgraded').id, engineVersion: '5.19' });
  });

  it('a changed document reaches the broker as the latest revision in the same apply', () => {
    expect(actionsOf(planned, 'document')).toEqual({ aws_mq_configuration: 'update', aws_mq_broker: 'update' });
    expect(broker(after, 'document')).toMatchObject({ configuration: { revision: 3 } });
  });

  it('another key of the secret leaves the password as it is', () => {
    expect(actionsOf(planned, 'key')).toEqual({ aws_secretsmanager_secret: 'update' });
    expect(broker(after, 'key').users).toEqual(broker(before, 'key').users);
  });

  it('a change of another broker plans nothing', () => {
    expect(actionsOf(planned, 'protected')).toEqual({});
  });

  it.each(Object.keys(LIVES))('nothing is planned after it: %s', (name) => {
    expect(actionsOf(again, name)).toEqual({});
  });

  it('a generated password is in the JSON of each plan after the first apply, and is printed by none', () => {
    const passwords = after.brokers.flatMap(({ users }) => users.map(({ password }) => password));
    expect(passwords).toHaveLength(Object.keys(LIVES).length);
    for (const plan of [planned, again].map((each) => JSON.stringify(each)))
      expect(passwords.filter((password) => !plan.includes(password))).toEqual([]);
    expect(passwords.filter((password) => printed.includes(password))).toEqual([]);
  });

  it('a replacement is rejected while deletion protection is on', () => {
    expect(rejected).toContain('Instance cannot be destroyed');
  });
});

describeWithProvider('a generated password whose secret is replaced, with the real provider', (cloud) => {
  it('is in the secret at once, and reaches the broker with the next reboot only', async () => {
    const { text } = Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    });
    const workspace = await cloud().applied(text);
    const [version] = Object.keys(JSON.parse(text).resource.aws_secretsmanager_secret_version as object);
    const inBroker = async () => (await cloud().standIn.inventory()).brokers[0].users[0].password;
    const inSecret = async () => {
      const { stdout } = await workspace.run('show', '-json');
      const { resources } = (JSON.parse(stdout) as State).values.root_module;
      const { values } = resources.find(({ type }) => type === 'aws_secretsmanager_secret_version')!;
      return (JSON.parse(values.secret_string) as { password: string }).password;
    };
    const old = await inBroker();
    await workspace.apply(`-replace=aws_secretsmanager_secret_version.${version}`);
    expect(await inSecret()).not.toBe(old);
    expect(await inBroker()).toBe(old);
    expect((await cloud().standIn.changes()).map(({ operation }) => operation)).not.toContain('RebootBroker');
    await cloud().standIn.passMaintenanceWindow();
    expect(await inBroker()).toBe(await inSecret());
  });
});
