import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerNetwork,
  BrokerSecurityGroup,
  ConfigurationDocument,
  Password,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { brokerByHand, CANONICAL_DOCUMENT } from '../terraform/fixtures';
import { type Plan, type ResourceChange, type Workspace } from '../terraform/workspace';
import { describeWithProvider } from './cloud';

/** What somebody made by hand, by its ids. */
type Ids = Readonly<Record<'broker' | 'configuration' | 'group' | 'vpc' | 'subnetA' | 'subnetB', string>>;

const PASSWORD = 'Simulated-Password-0';
const BY_HAND = {
  ...brokerByHand({
    broker: { user: [{ username: 'admin', password: PASSWORD, console_access: true }] },
    more: {
      aws_secretsmanager_secret: { admin: { name: 'orders/admin' } },
      aws_secretsmanager_secret_version: {
        admin: { secret_id: '${aws_secretsmanager_secret.admin.id}', secret_string: PASSWORD },
      },
    },
  }),
  output: Object.fromEntries(
    Object.entries({
      broker: 'aws_mq_broker.orders',
      configuration: 'aws_mq_configuration.orders',
      group: 'aws_security_group.clients',
      vpc: 'aws_vpc.network',
      subnetA: 'aws_subnet.a',
      subnetB: 'aws_subnet.b',
    }).map(([name, address]) => [name, { value: `\${${address}.id}` }]),
  ),
};

/** The app of docs/upgrading.md, which imports the broker and uses what exists around it. */
function importing(ids: Ids, more: (stack: TerraformStack) => void = () => undefined): string {
  return Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const broker = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      network: BrokerNetwork.fromSubnetIds(stack, 'network', {
        vpcId: ids.vpc,
        subnetIds: [ids.subnetA, ids.subnetB],
      }),
      securityGroup: BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', ids.group),
      configuration: BrokerConfiguration.fromAttributes(stack, 'configuration', {
        configurationId: ids.configuration,
        revision: 2,
      }),
      users: [{ username: 'admin', consoleAccess: true, password: Password.fromSecret('orders/admin') }],
      logs: { resourcePolicy: false },
    });
    broker.resource.importFrom(ids.broker);
    more(stack);
  }).text;
}

describeWithProvider('a broker made by hand that is imported, with the real provider', (cloud) => {
  let workspace: Workspace;
  let ids: Ids;
  beforeEach(async () => {
    ids = (await (await cloud().applied(BY_HAND)).outputs()) as Ids;
    workspace = await cloud().workspace(importing(ids));
  });

  /** The change of the only resource of a type. */
  function changeOf({ resource_changes = [] }: Plan, type: string): ResourceChange['change'] {
    const [only, ...others] = resource_changes.filter((each) => each.type === type && each.mode === 'managed');
    expect(others).toEqual([]);
    return only.change;
  }
  async function planOf(more: (stack: TerraformStack) => void): Promise<Plan> {
    workspace.write(importing(ids, more));
    return (await workspace.plan()).json;
  }

  it('is updated in place, every user with it, and the next plan changes nothing', async () => {
    const { json } = await workspace.plan();
    const { actions, before, after } = changeOf(json, 'aws_mq_broker');
    expect(actions).toEqual(['update']);
    const users = [before, after].map((broker) => broker!.user as readonly { username: string; password: string }[]);
    expect(users.map(([{ username, password }]) => [username, password])).toEqual([
      ['admin', ''],
      ['admin', PASSWORD],
    ]);
    await workspace.run('apply', 'planned');
    expect((await workspace.planUnread()).output).toContain('No changes.');
    expect((await cloud().standIn.inventory()).brokers.map(({ id }) => id)).toEqual([ids.broker]);
  });

  it('keeps its security group by id; one that is imported into a BrokerSecurityGroup is replaced', async () => {
    const plan = await planOf((stack) => {
      const group = new BrokerSecurityGroup(stack, 'imported', { vpcId: ids.vpc });
      group.resource.importFrom(ids.group);
    });
    expect(changeOf(plan, 'aws_security_group').actions.join()).toMatch(/^(delete,create|create,delete)$/);
  });

  it('keeps a configuration that has its name, engine version and document; by default the document is overwritten', async () => {
    const imported = async (document?: ConfigurationDocument) => {
      const plan = await planOf((stack) => {
        const configuration = new BrokerConfiguration(stack, 'imported', { name: 'orders', document });
        configuration.resource.importFrom(ids.configuration);
      });
      return changeOf(plan, 'aws_mq_configuration');
    };
    expect((await imported(ConfigurationDocument.fromXml(CANONICAL_DOCUMENT))).actions.join()).not.toMatch(/delete/);
    const overwritten = await imported();
    expect(overwritten.actions).toEqual(['update']);
    expect(overwritten.before!.data).not.toEqual(overwritten.after!.data);
  });
});
