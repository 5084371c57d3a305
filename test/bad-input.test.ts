import { runApp } from './support/run-app';

const app = (body: string) => `
import { App, TerraformStack } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import * as mq from 'cdktf-amazon-mq';
const app = new App();
const [first, second] = ['first', 'second'].map((id) => {
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  return stack;
});
new mq.SingleInstanceBroker(first, 'good', { brokerName: 'good' });
${body}
app.synth();`;

test('a good app writes both stacks', () => {
  const { status, stacks } = runApp(app(''));
  expect(status).toBe(0);
  expect(Object.keys(stacks)).toEqual(['first', 'second']);
});

test.each<[string, string, string]>([
  [
    'a rule',
    "new mq.SingleInstanceBroker(second, 'bad', { brokerName: 'no spaces' });",
    'second/bad: a rule is violated',
  ],
  [
    'a grant',
    "new mq.SingleInstanceBroker(second, 'b', { brokerName: 'b' }).allowFrom(mq.Peer.ipv4('10.0.0.1/8'), mq.Protocol.AMQP);",
    'second/b/SecurityGroup: a rule is violated',
  ],
  ['a document', "mq.ConfigurationDocument.fromFile('none.xml');", 'none.xml'],
])('%s that is wrong in one stack leaves nothing of the other', (_, body, message) => {
  const { status, stderr, stacks } = runApp(app(body));
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stacks).toEqual({});
});
