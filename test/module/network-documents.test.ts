import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BrokerVpc, NetworkOfBrokers, SingleInstanceBroker, ZoneCount } from 'cdktf-amazon-mq';
import { DOCUMENT_TEXTS } from '../../tools/module/network-documents';
import { Synthesized } from '../support/synthesized';

const FOLDER = path.join(__dirname, '..', '..', 'modules', 'activemq');

/** What Terraform makes of a template, as far as these go: values, and a loop over connectors. */
function rendered(file: string, values: Readonly<Record<string, string | number>>): string {
  const text = readFileSync(path.join(FOLDER, file), 'utf8').replaceAll(/%\{[^}]*~\}\n/g, '');
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** The documents of two connected members that the construct writes, with the URL of the second one written out. */
function documents(): string[] {
  const synthesized = Synthesized.from((stack) => {
    const [holder, target] = ['holder', 'target'].map((id, index) => ({
      id,
      broker: new SingleInstanceBroker(stack, id, {
        brokerName: id,
        network: new BrokerVpc(stack, `${id}-network`, { cidr: `10.${index}.0.0/24`, zones: ZoneCount.ONE }),
      }),
      cidr: `10.${index}.0.0/24`,
    }));
    new NetworkOfBrokers(stack, 'network', {
      members: [target, holder],
      replayDelay: 2000,
      expireMessagesPeriod: 5000,
    });
  });
  return Object.values(synthesized.resources('aws_mq_configuration')).map(({ data }) =>
    String(data).replaceAll(/static:\(\$\{[^]*?\}\)"/g, 'static:(URL)"'),
  );
}

test('the documents of the module are those of NetworkOfBrokers', () => {
  const values = { replay_delay: 2000, expire_messages_period: 5000, ttl: 1, username: 'network' };
  const member = rendered('documents/member.xml.tftpl', values);
  const connectors = rendered('documents/connectors.xml.tftpl', {
    ...values,
    broker_name: 'holder',
    id: 'target',
    uri: 'static:(URL)',
  });
  expect(documents().sort()).toEqual([member, member.replace('</broker>', () => connectors)].sort());
});

test('a broker that is no member has the durable document', () => {
  const { data } = Synthesized.from(
    (stack) => new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' }),
  ).resource('aws_mq_configuration');
  expect(DOCUMENT_TEXTS['documents/durable.xml']).toBe(data);
});
