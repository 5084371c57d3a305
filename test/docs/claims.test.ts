import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as mq from 'cdktf-amazon-mq';
import { parseXml } from '../../src/document/xml/parse-xml';
import { isFindingCode } from '../../src/plan-review/findings/finding-kinds';
import { reported } from '../rules/reported';

const page = (name: string) => readFileSync(path.join(__dirname, '../..', name), 'utf8');

test.each([
  ['/x/awsome', []],
  ['/messaging/ssm', []],
  ['/awsome/x', ['parameter-path-form']],
  ['/ssm/x', ['parameter-path-form']],
  [`/${'a/'.repeat(12)}a`, []],
  [`/${'a/'.repeat(13)}a`, ['parameter-path-form']],
])('ConnectionParameters judges the path %s as its docstring says: %j', (parameterPath, codes) => {
  const messages = reported((stack) => {
    const broker = new mq.SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    broker.allowFrom(mq.Peer.ipv4('10.20.0.0/16'), mq.Protocol.OPENWIRE);
    new mq.ConnectionParameters(stack, 'parameters', { broker, path: parameterPath });
  });
  expect(messages.map((message) => /^\[([a-z-]+)\]/.exec(message)![1])).toEqual(codes);
});

test('docs/document.md says in characters how large a document may be', () => {
  const allowed = 16 * 1024 * 1024;
  const words = page('docs/document.md').replace(/\s+/g, ' ');
  expect(words).toContain(`longer than ${allowed.toLocaleString('en-US')} characters`);
  const empty = '<broker></broker>';
  const withLength = (length: number) => `<broker>${' '.repeat(length - empty.length)}</broker>`;
  expect(() => parseXml(withLength(allowed))).not.toThrow();
  expect(() => parseXml(withLength(allowed + 1))).toThrow(`${allowed + 1} characters`);
});

/** What the module's README sends its readers to the constructs for, and the construct that does it. */
const IN_CONSTRUCTS = {
  'replication to another Region': 'ReplicaBroker',
  'passwords that rotate': 'RotatingUser',
  'moves to a new broker': 'BrokerMove',
  'networks of brokers as one call': 'NetworkOfBrokers',
} as const;

test.each(Object.entries(IN_CONSTRUCTS))('the module leaves out %s, and %s does it', (feature, construct) => {
  const [table] = page('modules/activemq/README.md').split('## What the module leaves out')[1].split('\n## ');
  expect(table).toContain(feature);
  expect(Object.keys(mq)).toContain(construct);
});

test('docs/upgrading.md says which codes of today are in the place of the earlier ones', () => {
  const rows = [...page('docs/upgrading.md').matchAll(/^ {2}\| `[a-z-]+` +\| (`[a-z-]+`(?:, `[a-z-]+`)*)/gm)];
  const after = rows.flatMap(([, codes]) => [...codes.matchAll(/[a-z-]+/g)].flat());
  expect(after.length).toBeGreaterThan(10);
  expect(after.filter((code) => !isFindingCode(code))).toEqual([]);
});
