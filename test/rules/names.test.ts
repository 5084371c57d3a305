import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type App, TerraformStack, Testing } from 'cdktf';
import { BrokerConfiguration, ConnectionParameters, SingleInstanceBroker } from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { namesakeOf, registerName } from '../../src/rules/namesake';
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

test('asking for a namesake changes nothing', () => {
  const construct = stackOf();
  const other = stackOf(construct.node.root as App, 'other');
  expect(namesakeOf('broker', 'orders', { construct })).toBeUndefined();
  expect(namesakeOf('broker', 'orders', { construct: other })).toBeUndefined();
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
