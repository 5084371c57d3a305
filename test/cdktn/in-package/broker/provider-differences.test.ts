import { AwsProvider } from '@cdktn/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktn';
import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  type BrokerConfiguration,
  Password,
} from 'cdktn-amazon-mq';
import { describeWithTerraform } from '../terraform/terraform';

const WITHOUT_USERS: ActiveStandbyBrokerProps = {
  brokerName: 'orders',
  users: [],
  ldap: {
    hosts: ['ldap.example.com'],
    roleBase: 'ou=groups,dc=example,dc=com',
    roleSearchMatching: '(member={0})',
    serviceAccountUsername: 'cn=broker,dc=example,dc=com',
    serviceAccountPassword: Password.fromSecret('ldap/broker'),
    userBase: 'ou=users,dc=example,dc=com',
    userSearchMatching: '(uid={0})',
  },
};
const MEANT = [{ code: 'user-required', reason: 'this release of the provider takes a broker without users' }];

/** A broker with the props, in a stack with its provider; its Terraform JSON. */
function synthesized(props: ActiveStandbyBrokerProps, change: (broker: ActiveStandbyBroker) => void = () => {}) {
  const stack = new TerraformStack(Testing.app(), 'messaging');
  new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
  change(new ActiveStandbyBroker(stack, 'orders', props));
  return JSON.parse(Testing.synth(stack, true)) as {
    resource: Record<'aws_mq_broker' | 'aws_mq_configuration', Record<string, Record<string, unknown>>>;
    terraform: { required_providers: object };
  };
}

function brokerOf({ resource }: ReturnType<typeof synthesized>) {
  return Object.values(resource.aws_mq_broker)[0];
}

test('the stack asks for the provider that the bindings were made from', () => {
  const { terraform } = synthesized({ brokerName: 'orders' });
  expect(terraform.required_providers).toEqual({ aws: { source: 'hashicorp/aws', version: '6.66.0' } });
});

test('resource shares, which are for RabbitMQ, are not written', () => {
  expect(brokerOf(synthesized({ brokerName: 'orders' }))).not.toHaveProperty('resource_share_arns');
});

test('resource shares can be set on the resource, should Amazon MQ take them one day', () => {
  const resourceShareArns = ['arn:aws:ram:ap-northeast-2:123456789012:resource-share/1'];
  const broker = brokerOf(
    synthesized({ brokerName: 'orders' }, ({ resource }) => {
      resource.resourceShareArns = resourceShareArns;
    }),
  );
  expect(broker.resource_share_arns).toEqual(resourceShareArns);
});

test('a configuration can be kept when the stack is destroyed', () => {
  const { resource } = synthesized({ brokerName: 'orders' }, ({ configuration }) => {
    (configuration as BrokerConfiguration).resource.skipDestroy = true;
  });
  expect(Object.values(resource.aws_mq_configuration)).toEqual([expect.objectContaining({ skip_destroy: true })]);
});

test('a broker without users is refused until that is said to be meant', () => {
  expect(() => synthesized(WITHOUT_USERS)).toThrow('user-required');
  expect(brokerOf(synthesized({ ...WITHOUT_USERS, acknowledge: MEANT })).user).toEqual([]);
});

describeWithTerraform('with the schema of the later provider', (aws) => {
  it('a broker of LDAP is made without users, and is settled then', async () => {
    await aws().put('secret', { name: 'ldap/broker', id: 'ldap/broker' });
    await aws().put('secret-version', {
      id: 'ldap/broker|1',
      secret_id: 'ldap/broker',
      secret_string: 'Simulated-Password-0',
      version_id: '1',
      version_stages: ['AWSCURRENT'],
    });
    const workspace = await aws().applied(synthesized({ ...WITHOUT_USERS, acknowledge: MEANT }));
    expect((await workspace.plan()).hasChanges).toBe(false);
    const [made] = Object.values((await aws().account()).objects['mq-broker']);
    expect(made.users ?? []).toEqual([]);
  });
});
