import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import { type MqConfiguration } from '@cdktf/provider-aws/lib/mq-configuration';
import { Aspects, type IAspect, type TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  EngineVersion,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
} from 'cdktf-amazon-mq';
import { type IConstruct } from 'constructs';
import { Synthesized } from '../support/synthesized';

const broker = (stack: TerraformStack, props: Partial<SingleInstanceBrokerProps> = {}) =>
  new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', ...props });

/** An Aspect that changes each broker, as one that names things does. */
class Renaming implements IAspect {
  constructor(readonly rename: (broker: MqBroker) => void) {}

  visit(node: IConstruct): void {
    if (node instanceof MqBroker) this.rename(node);
  }
}

const synthesize = (change: (resource: MqBroker) => void) => () =>
  Synthesized.validated((stack) => {
    broker(stack);
    Aspects.of(stack).add(new Renaming(change));
  });

describe('what an Aspect or an override changes is judged at synth', () => {
  test('an Aspect that makes name and version invalid', () => {
    const mistake = synthesize((resource) => {
      resource.brokerName = 'o'.repeat(54);
      resource.engineVersion = '5.15.16';
    });
    expect(mistake).toThrow('[messaging/orders] [broker-name-form] brokerName is too long');
    expect(mistake).toThrow('[messaging/orders] [engine-version-form] engineVersion is not of the form major.minor');
  });

  test('an override of a storage type that the construct itself never sets', () => {
    const mistake = () =>
      Synthesized.validated((stack) => {
        const standby = new ActiveStandbyBroker(stack, 'standby', { brokerName: 'standby' });
        standby.resource.storageType = 'ebs';
      });
    expect(mistake).toThrow('[storage-deployment-mode] storageType cannot be shared by two instances');
  });

  test('an override of an argument', () => {
    const mistake = () =>
      Synthesized.validated((stack) => broker(stack).resource.addOverride('host_instance_type', 'mq.t2.micro'));
    expect(mistake).toThrow('[instance-type-creatable] instanceType is retired');
  });

  test('an override of an engine version that the configuration is not for', () => {
    const configuration = { configurationId: 'c-1', revision: 1, engineVersion: EngineVersion.V5_19 };
    const mistake = (change: (resource: MqBroker) => void) => () =>
      Synthesized.validated((stack) => {
        const existing = BrokerConfiguration.fromAttributes(stack, 'existing', configuration);
        change(broker(stack, { configuration: existing }).resource);
      });
    expect(mistake((resource) => void (resource.engineVersion = '5.18'))).toThrow('[configuration-engine-version]');
  });

  test('an override by which a broker gets the name of another', () => {
    const mistake = () =>
      Synthesized.validated((stack) => {
        broker(stack);
        new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing' }).resource.brokerName = 'orders';
      });
    expect(mistake).toThrow(
      '[messaging/billing] [broker-name-unique] brokerName is already used by "messaging/orders"',
    );
  });

  test('an override of a configuration', () => {
    const mistake = () =>
      Synthesized.validated((stack) => {
        const configuration = new BrokerConfiguration(stack, 'configuration', { name: 'orders' });
        (configuration.node.findChild('Default') as MqConfiguration).addOverride('name', 'or ders');
      });
    expect(mistake).toThrow('[messaging/configuration] [configuration-name-form] name has characters');
  });

  test.each([
    [
      'an expression that an override writes',
      (resource: MqBroker) => resource.addOverride('broker_name', '${var.name}'),
    ],
    ['what stays right', (resource: MqBroker) => void (resource.hostInstanceType = 'mq.m5.xlarge')],
  ])('nothing is found in %s', (_, change) => {
    expect(synthesize(change)).not.toThrow();
  });

  test('a text that only looks like an expression is judged as it is', () => {
    expect(synthesize((resource) => void (resource.brokerName = 'orders-$${stage}'))).toThrow('[broker-name-form]');
  });

  test('an Aspect that an acknowledgement covers is information', () => {
    const synthesized = Synthesized.validated((stack) => {
      broker(stack, { acknowledge: [{ code: 'instance-type-creatable', reason: 'a pilot of AWS' }] });
      Aspects.of(stack).add(new Renaming((resource) => void (resource.hostInstanceType = 'mq.m4.large')));
    });
    expect(synthesized.annotations('info').join()).toContain('(acknowledged: a pilot of AWS)');
    expect(synthesized.annotations('warn')).toEqual([]);
  });
});

test('what was reported when the construct was made is not reported again', () => {
  const synthesized = Synthesized.validated((stack) =>
    broker(stack, { acknowledge: [{ code: 'tag-form', reason: 'known' }], tags: { 'aws:x': 'y' } }),
  );
  const ofBroker = synthesized.stack.node.findChild('orders').node.metadata.map(({ data }) => String(data));
  expect(ofBroker.filter((text) => text.startsWith('[tag-form]'))).toHaveLength(1);
});

describe('an acknowledgement that acknowledges nothing', () => {
  const unused = (code: string) =>
    `[acknowledge-unused] acknowledge has an entry that acknowledges nothing: got "${code}"; remove the entry`;

  test('is reported once, by the construct that has it', () => {
    const synthesized = Synthesized.validated((stack) =>
      broker(stack, { acknowledge: [{ code: 'peer-id-form', reason: 'old' }] }),
    );
    expect(synthesized.annotations('warn')).toEqual([unused('peer-id-form')]);
  });

  test('is reported beside one that acknowledges something', () => {
    const acknowledge = ['peer-id-form', 'tag-form'].map((code) => ({ code, reason: 'known' }));
    const synthesized = Synthesized.validated((stack) => broker(stack, { acknowledge, tags: { 'aws:x': 'y' } }));
    expect(synthesized.annotations('warn')).toEqual([unused('peer-id-form')]);
  });

  test('is reported of the broker that has it, though another one needs the same code', () => {
    const synthesized = Synthesized.validated((stack) => {
      broker(stack, { acknowledge: [{ code: 'tag-form', reason: 'known' }], tags: { 'aws:x': 'y' } });
      const acknowledge = [{ code: 'tag-form', reason: 'a pilot of AWS' }];
      new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing', acknowledge });
    });
    expect(synthesized.annotations('warn')).toEqual([unused('tag-form')]);
  });

  test('is not reported where a construct below uses it', () => {
    const synthesized = Synthesized.validated((stack) =>
      broker(stack, { acknowledge: [{ code: 'tag-form', reason: 'known' }], tags: { 'aws:x': 'y' } }),
    );
    expect(synthesized.annotations('warn')).toEqual([]);
  });
});
