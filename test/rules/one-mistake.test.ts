import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  Peer,
  Protocol,
  type RuleAcknowledgement,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { BROKER_CASES, type BrokerCase } from '../amazon-mq/rejections/broker-cases';
import { everythingReported, reported } from './reported';

const CASES = BROKER_CASES.filter(({ props }) => typeof props !== 'string');

/** A broker that is made with a mistake, with all that is made for it, and that its clients reach. */
const mistaken =
  (props: BrokerCase['props'], acknowledge?: RuleAcknowledgement[]) =>
  (stack: ConstructorParameters<typeof SingleInstanceBroker>[0]) => {
    const { activeStandby, ...rest } = { brokerName: 'orders', ...(props as object), acknowledge } as {
      readonly activeStandby?: boolean;
    };
    const Broker = activeStandby ? ActiveStandbyBroker : SingleInstanceBroker;
    const broker = new Broker(stack, 'broker', rest as unknown as ActiveStandbyBrokerProps);
    broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  };

/** Mistakes in a value that the broker hands on to the constructs it makes. */
const HANDED_ON = CASES.filter(({ code }) => /^(engine-version|instance-type|tag)-/.test(code));

// test/rules/remedies.test.ts does the same for the rules of all other constructs.
test.each(CASES)('a mistake is reported once for each place that has it: $code: $title', ({ props, messages }) => {
  expect(reported(mistaken(props))).toHaveLength(messages.length);
});

test.each(HANDED_ON)('a mistake that is acknowledged is reported once: $code: $title', ({ code, props, messages }) => {
  const found = everythingReported(mistaken(props, [{ code, reason: 'AWS takes it' }]));
  expect(found.filter((text) => text.startsWith(`[${code}]`))).toHaveLength(messages.length);
});
