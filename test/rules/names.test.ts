import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type App, TerraformStack, Testing } from 'cdktf';
import {
  BrokerAlarms,
  BrokerConfiguration,
  BrokerDashboard,
  ConnectionParameters,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { BROKER_ALARMS } from '../../src/monitoring/alarm-definitions';
import { namesakeAnywhere, namesakeOf, numberInApp, registerName } from '../../src/rules/namesake';
import { violatedCodes } from '../support/violated-codes';

const stackOf = (app: App = Testing.app(), id = 'messaging') => new TerraformStack(app, id);

describe('one name twice in a stack', () => {
  test('of two configurations', () => {
    const stack = stackOf();
    new BrokerConfiguration(stack, 'first', { name: 'orders' });
    expect(violatedCodes(() => new BrokerConfiguration(stack, 'second', { name: 'orders' }))).toEqual([
      'configuration-name-unique',
    ]);
    expect(violatedCodes(() => new BrokerConfiguration(stack, 'third', { name: 'invoices' }))).toEqual([]);
  });

  test('of two sets of parameters', () => {
    const stack = stackOf();
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    new ConnectionParameters(stack, 'first', { broker, path: '/orders' });
    expect(violatedCodes(() => new ConnectionParameters(stack, 'second', { broker, path: '/orders' }))).toEqual([
      'parameter-path-unique',
    ]);
  });

  test('of alarms, unless different ones are on', () => {
    const stack = stackOf();
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    const topicArns = ['arn:aws:sns:eu-west-1:123456789012:operations'];
    const make = (id: string, more: object) =>
      violatedCodes(() => new BrokerAlarms(stack, id, { broker, topicArns, deadLetterQueues: [], ...more }));
    const onlySilence = Object.fromEntries(Object.keys(BROKER_ALARMS).map((name) => [name, { enabled: false }]));
    expect(make('first', { silence: { enabled: false } })).toEqual([]);
    expect(make('second', { ...onlySilence, silence: {} })).toEqual([]);
    expect(make('third', { ...onlySilence, silence: {} })).toEqual(['alarm-name-unique']);
    expect(make('fourth', { ...onlySilence, silence: {}, namePrefix: 'more-' })).toEqual([]);
  });

  test('of a broker that was never made leaves the name free', () => {
    const stack = stackOf();
    const make = (id: string, more: object) =>
      violatedCodes(() => new SingleInstanceBroker(stack, id, { brokerName: 'orders', ...more }));
    expect(make('refused', { tags: { 'aws:x': 'y' } })).toEqual(['tag-form']);
    expect(make('made', {})).toEqual([]);
    expect(make('again', {})).toEqual(['broker-name-unique']);
  });

  test('by two providers is two names', () => {
    const stack = stackOf();
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const provider = new AwsProvider(stack, 'other', { region: 'us-east-1', alias: 'other' });
    const make = (id: string, more: object) =>
      violatedCodes(() => new SingleInstanceBroker(stack, id, { brokerName: 'orders', ...more }));
    expect([make('here', {}), make('there', { provider })]).toEqual([[], []]);
  });
});

describe('one name of dashboards, which is that of all Regions of an account', () => {
  const inTwoRegions = (here: object, there: object) => {
    const stack = stackOf();
    new AwsProvider(stack, 'aws', { region: 'eu-west-1', ...here });
    const provider = new AwsProvider(stack, 'other', { region: 'us-east-1', alias: 'other', ...there });
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    new BrokerDashboard(stack, 'here', { broker });
    return violatedCodes(() => new BrokerDashboard(stack, 'there', { broker, provider }));
  };
  const role = (account: string) => ({ assumeRole: [{ roleArn: `arn:aws:iam::${account}:role/deploy` }] });

  test.each([
    ['of the account that the stack runs in', {}, {}, ['dashboard-name-unique']],
    ['of an account that both providers name', { profile: 'prod' }, { profile: 'prod' }, ['dashboard-name-unique']],
    ['of two accounts', role('111111111111'), role('222222222222'), []],
    ['of an account that one provider names', {}, role('222222222222'), []],
  ])('%s', (_, here, there, codes) => {
    expect(inTwoRegions(here, there)).toEqual(codes);
  });
});

describe('one name in two stacks of an app', () => {
  const inTwoStacks = (...providers: object[]) => {
    const app = Testing.app();
    const stacks = providers.map((provider, index) => {
      const stack = stackOf(app, `stack-${index}`);
      new AwsProvider(stack, 'aws', provider);
      return stack;
    });
    return () => {
      for (const stack of stacks) new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    };
  };
  const profile = (name: string, region = 'eu-west-1') => ({ profile: name, region });

  test.each([
    ['in one account and region', [profile('prod'), profile('prod')], ['broker-name-unique']],
    ['in two accounts', [profile('prod'), profile('dev')], []],
    ['in two regions', [profile('prod'), profile('prod', 'us-east-1')], []],
    ['in accounts that the app does not name', [{ region: 'eu-west-1' }, { region: 'eu-west-1' }], []],
  ])('%s', (_, providers, codes) => {
    expect(violatedCodes(inTwoStacks(...providers))).toEqual(codes);
  });
});

describe('log resource policies, of which an account has ten in a Region,', () => {
  /** What is reported about the stacks of an app that has one broker in each. */
  const reportedOf = (providers: readonly object[]) => {
    const app = Testing.app();
    const stacks = providers.map((provider, index) => {
      const stack = stackOf(app, `stack-${index}`);
      new AwsProvider(stack, 'aws', provider);
      for (const id of ['a', 'b']) new SingleInstanceBroker(stack, id, { brokerName: `${id}-${index}` });
      return stack;
    });
    return stacks.flatMap((stack) => {
      const policy = stack.node.findChild('AmazonMqLogs');
      expect(policy.node.validate()).toEqual([]);
      return policy.node.metadata
        .filter(({ data }) => String(data).startsWith('[log-policy-count]'))
        .map(({ type }) => `${type.split('/')[1]} ${stack.node.id}`);
    });
  };
  const many = (count: number, provider: object) => Array.from({ length: count }, () => provider);
  const role = (account: string) => ({
    region: 'eu-west-1',
    assumeRole: [{ roleArn: `arn:aws:iam::${account}:role/deploy` }],
  });

  test.each<[name: string, providers: object[], reported: string[]]>([
    ['ten of one account', many(10, role('111111111111')), []],
    ['twelve of one account', many(12, role('111111111111')), ['info stack-10', 'info stack-11']],
    ['eleven of an account that the app does not name', many(11, { region: 'eu-west-1' }), ['info stack-10']],
    ['eleven in two accounts', [...many(10, role('111111111111')), role('222222222222')], []],
    ['eleven in two Regions', [...many(10, { region: 'eu-west-1' }), { region: 'us-east-1' }], []],
  ])('%s', (_, providers, reported) => {
    expect(reportedOf(providers)).toEqual(reported);
  });
});

test.each([
  ['accounts that providers name', [{ profile: 'prod' }, { profile: 'dev' }, { profile: 'prod' }], [1, 1, 2]],
  ['the account of the environment, without a provider', [undefined, undefined], [1, 2]],
])('names of stacks are counted by %s', (_, providers, numbers) => {
  const app = Testing.app();
  const stacks = providers.map((provider, index) => {
    const construct = stackOf(app, `stack-${index}`);
    if (provider) new AwsProvider(construct, 'aws', provider);
    registerName('log resource policy', 'logs', { construct });
    return construct;
  });
  expect(stacks.map((construct) => numberInApp('log resource policy', 'logs', { construct }))).toEqual(numbers);
});

test('asking for a namesake changes nothing', () => {
  const construct = stackOf();
  const other = stackOf(construct.node.root as App, 'other');
  expect(namesakeOf('broker', 'orders', { construct })).toBeUndefined();
  expect(namesakeOf('broker', 'orders', { construct: other })).toBeUndefined();
});

test('a name that only Terraform knows is no name, and not that of a broker named "undefined"', () => {
  const stack = stackOf();
  const [known, unknown] = ['known', 'unknown'].map((id) => new Construct(stack, id));
  registerName('broker', undefined, { construct: unknown });
  expect(namesakeOf('broker', 'undefined', { construct: known })).toBeUndefined();
  registerName('broker', 'undefined', { construct: known });
  expect(namesakeOf('broker', undefined, { construct: unknown })).toBeUndefined();
  expect(namesakeAnywhere('broker', undefined, unknown)).toBeUndefined();
  expect(namesakeAnywhere('broker', 'undefined', unknown)).toBe('messaging/known');
});

test('a registered name is that of its kind, in its stack', () => {
  const app = Testing.app();
  const [construct, other] = [stackOf(app, 'one'), stackOf(app, 'two')];
  const below = new Construct(construct, 'below');
  registerName('broker', 'orders', { construct: below });
  expect(namesakeOf('broker', 'orders', { construct })).toBe('one/below');
  expect(namesakeOf('broker', 'orders', { construct: below })).toBeUndefined();
  expect(namesakeOf('secret', 'orders', { construct })).toBeUndefined();
  expect(namesakeOf('broker', 'billing', { construct })).toBeUndefined();
  expect(namesakeOf('broker', undefined, { construct })).toBeUndefined();
  expect(namesakeOf('broker', 'orders', { construct: other })).toBeUndefined();
});
