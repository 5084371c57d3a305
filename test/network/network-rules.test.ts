import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  BrokerNetwork,
  BrokerSecurityGroup,
  BrokerVpc,
  InstanceType,
  Peer,
  Protocol,
  SingleInstanceBroker,
  StorageType,
  ZoneCount,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { LDAP } from '../support/directory';
import { Synthesized } from '../support/synthesized';
import { violatedCodes } from '../support/violated-codes';

const CLIENTS = Peer.ipv4('10.20.0.0/16');
const VPC_ID = 'vpc-0123456789abcdef0';

const WITHOUT_MAP = [{ code: 'ldap-without-map', reason: 'whoever can log in may do everything' }];

const broker = (scope: Construct, props: Partial<ActiveStandbyBrokerProps> = {}, id = 'orders') =>
  new ActiveStandbyBroker(scope, id, { brokerName: id, ...props });

const codesOf = (build: (stack: TerraformStack) => void) => violatedCodes(() => Synthesized.from(build));

/** Codes of the annotations of a stack that is synthesized with validations. */
const annotated = (level: 'info' | 'warn', build: (stack: TerraformStack) => void) =>
  Synthesized.validated(build)
    .annotations(level)
    .map((text) => /\[([a-z-]+)\]/.exec(text)![1]);

describe('the id of a VPC', () => {
  test.each([
    [
      'a network',
      (stack: TerraformStack, vpcId: string) =>
        BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId, subnetIds: ['subnet-1', 'subnet-2'] }),
    ],
    ['a security group', (stack: TerraformStack, vpcId: string) => new BrokerSecurityGroup(stack, 'group', { vpcId })],
  ])('is checked where %s gets it', (_, make) => {
    expect(codesOf((stack) => make(stack, 'orders'))).toEqual(['vpc-id-form']);
    expect(codesOf((stack) => make(stack, VPC_ID))).toEqual([]);
    expect(codesOf((stack) => make(stack, new BrokerVpc(stack, 'vpc').vpcId))).toEqual([]);
  });
});

describe('a security group that exists', () => {
  const additional = { additionalSecurityGroupIds: ['sg-0a'] };
  const group = (stack: Construct, id = 'sg-0b') => BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', id);
  const existing = (stack: Construct) =>
    BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId: VPC_ID, subnetIds: ['subnet-1', 'subnet-2'] });

  test('is not in a VPC that is made with the broker', () => {
    expect(codesOf((stack) => broker(stack, additional))).toEqual(['security-group-vpc']);
    expect(codesOf((stack) => broker(stack, { securityGroup: group(stack) }))).toEqual(['security-group-vpc']);
    expect(codesOf((stack) => broker(stack, { ...additional, network: new BrokerVpc(stack, 'vpc') }))).toEqual([
      'security-group-vpc',
    ]);
    expect(() => Synthesized.from((stack) => broker(stack, additional))).toThrow(
      '[security-group-vpc] additionalSecurityGroupIds[0] is a security group of another VPC',
    );
  });

  test('may be in a VPC that exists, or that another stack makes', () => {
    expect(codesOf((stack) => broker(stack, { ...additional, network: existing(stack) }))).toEqual([]);
    expect(
      codesOf((stack) => {
        const foundation = new TerraformStack(stack.node.root, 'foundation');
        broker(stack, { ...additional, network: new BrokerVpc(foundation, 'vpc') });
      }),
    ).toEqual([]);
  });

  test('may be one that the app makes in the new VPC', () => {
    expect(
      codesOf((stack) => {
        const network = new BrokerVpc(stack, 'vpc');
        broker(stack, { network, securityGroup: new BrokerSecurityGroup(stack, 'own', network) });
      }),
    ).toEqual([]);
  });
});

describe('a BrokerVpc for another broker', () => {
  const ebs = { instanceType: InstanceType.M5_XLARGE, storageType: StorageType.EBS };
  const single = (stack: TerraformStack, vpc: object) =>
    new SingleInstanceBroker(stack, 'orders', {
      brokerName: 'orders',
      ...ebs,
      network: new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE, ...vpc }),
    });

  test('is found by instance type and storage type, also with its first zone only', () => {
    expect(codesOf((stack) => single(stack, {}))).toEqual(['vpc-offer', 'vpc-offer']);
    expect(
      codesOf((stack) => {
        const network = new BrokerVpc(stack, 'vpc', { storageType: StorageType.EBS }).inFirstZone();
        new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', network });
      }),
    ).toEqual(['vpc-offer']);
  });

  test.each([
    ['with the types of the broker', ebs],
    ['with zones by name', { availabilityZones: ['eu-west-1a'] }],
  ])('is found no more after each remedy: %s', (_, vpc) => {
    expect(codesOf((stack) => single(stack, vpc))).toEqual([]);
  });
});

describe('what is judged after all grants', () => {
  test('a broker that nobody may reach', () => {
    expect(annotated('info', (stack) => broker(stack))).toEqual(['broker-unreachable']);
    expect(annotated('info', (stack) => broker(stack).allowTo(CLIENTS, 61617))).toEqual(['broker-unreachable']);
    expect(annotated('info', (stack) => broker(stack).allowFrom(CLIENTS, Protocol.OPENWIRE))).toEqual([]);
  });

  test('nothing is said where other groups may admit somebody', () => {
    const existing = (stack: TerraformStack) => ({
      network: BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId: VPC_ID, subnetIds: ['subnet-1', 'subnet-2'] }),
    });
    expect(
      annotated('info', (stack) => broker(stack, { ...existing(stack), additionalSecurityGroupIds: ['sg-0a'] })),
    ).toEqual([]);
    expect(
      annotated('info', (stack) => {
        const securityGroup = BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', 'sg-0a');
        broker(stack, { ...existing(stack), securityGroup, ldap: LDAP });
      }),
    ).toEqual([]);
  });

  test('a broker that does not reach its directory', () => {
    const withLdap = (...ports: number[]) =>
      annotated('warn', (stack) => {
        const orders = broker(stack, { ldap: LDAP, acknowledge: WITHOUT_MAP });
        orders.allowFrom(CLIENTS, Protocol.OPENWIRE);
        if (ports.length > 0) orders.allowTo(CLIENTS, ...ports);
      });
    expect(withLdap()).toEqual(['ldap-egress']);
    expect(withLdap(389)).toEqual(['ldap-egress']);
    expect(withLdap(636)).toEqual([]);
  });

  test('more rules than a security group can have, in each direction and version of IP', () => {
    const granted = (count: number, peer: (index: number) => Peer) =>
      annotated('warn', (stack) => {
        const orders = broker(stack);
        for (let index = 0; index < count; index++) orders.allowFrom(peer(index), Protocol.OPENWIRE);
        for (let index = 0; index < 60; index++) orders.allowTo(Peer.ipv6(`2001:db8:${index}::/48`), 61617);
      });
    const ipv4 = (index: number) => Peer.ipv4(`10.${index}.0.0/16`);
    expect(granted(60, ipv4)).toEqual([]);
    expect(granted(61, ipv4)).toEqual(['security-group-rule-count']);
    const groups = (index: number) => Peer.securityGroupId(`sg-${index}`);
    expect(granted(61, groups)).toEqual(['security-group-rule-count', 'security-group-rule-count']);
    expect(granted(100, () => CLIENTS)).toEqual([]);
    const messages = Synthesized.validated((stack) => {
      const orders = broker(stack);
      for (let index = 0; index < 61; index++) orders.allowFrom(ipv4(index), Protocol.OPENWIRE);
      for (let index = 0; index < 62; index++) orders.allowTo(Peer.ipv6(`2001:db8:${index}::/48`), 61617);
    }).annotations('warn');
    expect(messages).toEqual([
      expect.stringContaining('has too many inbound rules for IPv4: got 61;'),
      expect.stringContaining('has too many outbound rules for IPv6: got 62;'),
    ]);
  });

  test('what is acknowledged is information', () => {
    const acknowledge = [...WITHOUT_MAP, { code: 'ldap-egress', reason: 'the rule is in another app' }];
    expect(
      annotated('warn', (stack) => broker(stack, { ldap: LDAP, acknowledge }).allowFrom(CLIENTS, Protocol.OPENWIRE)),
    ).toEqual([]);
  });
});

test('two VPCs of an app with one range are pointed out, in whatever stack', () => {
  const app = Testing.app();
  const stacks = ['one', 'two', 'three'].map((id) => new TerraformStack(app, id));
  for (const stack of stacks) new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const ranges = ['10.0.0.0/24', '10.0.0.0/24', '10.0.1.0/24'];
  const found = stacks.map((stack, index) => new BrokerVpc(stack, 'vpc', { cidr: ranges[index] }).node.metadata);
  expect(found.map((metadata) => metadata.map(({ data }) => /\[[a-z-]+\].*?:/.exec(String(data))![0]))).toEqual([
    [],
    ['[vpc-cidr-shared] cidr is also the CIDR block of "one/vpc":'],
    [],
  ]);
});
