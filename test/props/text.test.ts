import { execFileSync } from 'node:child_process';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformVariable } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  Password,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform } from '../terraform/terraform';

/** A branch name that git accepts. */
const BRANCH = 'x-${file("/etc/hostname")}';
const ACKNOWLEDGED = [
  'tag-form',
  'prop-template',
  'username-form',
  'group-form',
  'groups-without-map',
  'broker-name-form',
].map((code) => ({ code, reason: 'the rule is not what is tested' }));

/** Everything that a user may write as text, with `${` in it. */
function withText(scope: Construct, text: string, brokerName = text): void {
  const acknowledge = ACKNOWLEDGED;
  const tags = { branch: text, [text]: 'key' };
  const network = new BrokerVpc(scope, 'network', { name: text, tags, acknowledge });
  new BrokerSecurityGroup(scope, 'group', {
    vpcId: 'vpc-0a1b2c3d',
    description: text,
    namePrefix: text,
    tags,
    acknowledge,
  });
  const configuration = new BrokerConfiguration(scope, 'configuration', { description: text, tags, acknowledge });
  const broker = new ActiveStandbyBroker(scope, 'orders', {
    brokerName,
    network,
    tags,
    configuration,
    users: [{ username: text, groups: [text] }],
    acknowledge,
  });
  new ConnectionParameters(scope, 'parameters', { broker, path: '/orders', secretArn: text, tags, acknowledge });
}

test('git accepts the name of the branch', () => {
  expect(execFileSync('git', ['check-ref-format', '--branch', BRANCH], { encoding: 'utf8' }).trim()).toBe(BRANCH);
});

test('a tag from the name of a branch is text, and a rule says what AWS rejects in it (F1)', () => {
  const mistake = () => Synthesized.from((stack) => void new BrokerVpc(stack, 'network', { tags: { branch: BRANCH } }));
  expect(mistake).toThrow('[tag-form] tags["branch"] has a value that AWS');
  const synthesized = Synthesized.from((stack) => void withText(stack, BRANCH));
  expect(synthesized.resource('aws_vpc').tags).toMatchObject({ branch: 'x-$${file("/etc/hostname")}' });
  expect(synthesized.text).not.toMatch(/(?<!\$)\$\{file/);
});

test('a text with "${" switches no rule off, and a warning says that it is not evaluated (F1)', () => {
  const named = (brokerName: string) =>
    Synthesized.from((stack) => void new SingleInstanceBroker(stack, 'orders', { brokerName }));
  expect(() => named('a${upper("b")}')).toThrow('[broker-name-form] brokerName has characters that are not allowed');
  const synthesized = Synthesized.from((stack) => {
    new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0a1b2c3d', description: 'for ${var.team}, %{if x}' });
  });
  expect(synthesized.resource('aws_security_group').description).toBe('for $${var.team}, %%{if x}');
  expect(synthesized.annotations('warn')).toEqual([
    '[prop-template] description contains "${" or "%{", which is not evaluated: got "for ${var.team}, %{if x}"; leave it if it is text; for a reference use the attribute of the resource, variable.stringValue or Fn',
  ]);
});

test('the field and the label of a secret are text', () => {
  const synthesized = Synthesized.from((stack) => {
    const password = Password.fromSecret('reader', { field: BRANCH, versionStage: BRANCH });
    const acknowledge = ACKNOWLEDGED;
    new SingleInstanceBroker(stack, 'orders', {
      brokerName: 'orders',
      users: [{ username: 'shop', password }],
      acknowledge,
    });
  });
  expect(synthesized.data('aws_secretsmanager_secret_version').version_stage).toBe('x-$${file("/etc/hostname")}');
  const [{ password }] = synthesized.resource('aws_mq_broker').user as { password: string }[];
  expect(password).toMatch(/\["x-\$\$\{file\(\\"\/etc\/hostname\\"\)\}"\]\}$/);
});

test('a token beside such a text is still a reference', () => {
  const synthesized = Synthesized.from((stack) => {
    const { stringValue } = new TerraformVariable(stack, 'team', { type: 'string' });
    new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0a1b2c3d', description: `\${x} of ${stringValue}` });
  });
  expect(synthesized.resource('aws_security_group').description).toBe('$${x} of ${var.team}');
});

describeWithTerraform('text with "${" in a plan', (aws) => {
  it('is what the user wrote, in every argument', async () => {
    const { text } = Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      withText(stack, 'x-${upper("evaluated")}-%{ if true }y%{ endif }', 'orders');
    });
    const workspace = aws().workspace(text);
    await workspace.init();
    const { json } = await workspace.plan();
    const plan = JSON.stringify(json.resource_changes);
    expect(plan).not.toContain('EVALUATED');
    expect(plan).not.toMatch(/x--y|\$\$\{|%%\{/);
    const broker = json.resource_changes?.find(({ type }) => type === 'aws_mq_broker')?.change.after;
    expect(broker).toMatchObject({
      tags: { branch: 'x-${upper("evaluated")}-%{ if true }y%{ endif }' },
    });
  });
});
