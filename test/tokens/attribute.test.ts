import { DataAwsVpc } from '@cdktf/provider-aws/lib/data-aws-vpc';
import { MqConfiguration } from '@cdktf/provider-aws/lib/mq-configuration';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Fn, type ITerraformDependable, TerraformHclModule, TerraformOutput, TerraformStack, Testing } from 'cdktf';
import { address } from '../../src/tokens/address';
import { attribute, listAttribute, numberAttribute } from '../../src/tokens/attribute';
import { expression } from '../../src/tokens/expression';

/** What Terraform gets of values in the stack of a network. */
function written(values: (resources: { vpc: Vpc; data: DataAwsVpc; configuration: MqConfiguration }) => unknown[]) {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const vpc = new Vpc(stack, 'vpc', {});
  const data = new DataAwsVpc(stack, 'found', {});
  const configuration = new MqConfiguration(stack, 'configuration', {
    name: 'orders',
    engineType: 'ActiveMQ',
    engineVersion: '5.19',
    data: '<broker/>',
  });
  new TerraformOutput(stack, 'it', { value: values({ vpc, data, configuration }) });
  return JSON.parse(Testing.synth(stack)).output.it.value;
}

test('an attribute is written as the getter of the resource or data source writes it', () => {
  const [id, idByGetter, arn, arnByGetter, revision, revisionByGetter] = written(({ vpc, data, configuration }) => [
    attribute(vpc, 'id'),
    vpc.id,
    attribute(data, 'arn'),
    data.arn,
    numberAttribute(configuration, 'latest_revision'),
    configuration.latestRevision,
  ]);
  expect(id).toBe('${aws_vpc.vpc.id}');
  expect(arn).toBe('${data.aws_vpc.found.arn}');
  expect(revision).toBe('${aws_mq_configuration.configuration.latest_revision}');
  expect([idByGetter, arnByGetter, revisionByGetter]).toEqual([id, arn, revision]);
});

test('an attribute is a part of a text, of an expression and of a call of Fn', () => {
  expect(
    written(({ vpc, data }) => [
      `vpc/${attribute(vpc, 'id')}`,
      expression`upper(${attribute(vpc, 'id')})`,
      Fn.join(',', listAttribute(data, 'cidr_block_associations[*].cidr_block')),
    ]),
  ).toEqual([
    'vpc/${aws_vpc.vpc.id}',
    '${upper(aws_vpc.vpc.id)}',
    '${join(",", data.aws_vpc.found.cidr_block_associations[*].cidr_block)}',
  ]);
});

test('an attribute leads to another stack as the getter does, by one output and one remote state', () => {
  const outputsBy = (idOf: (vpc: Vpc) => string) => {
    const app = Testing.app();
    const [network, shop] = ['network', 'shop'].map((name) => {
      const stack = new TerraformStack(app, name);
      new AwsProvider(stack, 'aws');
      return stack;
    });
    const id = idOf(new Vpc(network, 'vpc', {}));
    new TerraformOutput(shop, 'text', { value: `vpc/${id}` });
    new TerraformOutput(shop, 'expression', { value: expression`upper(${id})` });
    for (const stack of [network, shop]) stack.prepareStack();
    return [network, shop].map((stack) => {
      const { output, data } = JSON.parse(Testing.synth(stack));
      return { output, data };
    });
  };
  const outputs = outputsBy((vpc) => attribute(vpc, 'id'));
  expect(JSON.stringify(outputs)).toContain('cross-stack-output-aws_vpcvpcid');
  expect(outputs).toEqual(outputsBy((vpc) => vpc.id));
});

test('an address is written as Terraform CDK writes it in depends_on', () => {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const vpc = new Vpc(stack, 'vpc', {});
  const dependencies: ITerraformDependable[] = [
    vpc,
    new DataAwsVpc(stack, 'found', {}),
    new TerraformHclModule(stack, 'shop', { source: 'example/shop/aws' }),
    { fqn: 'aws_route.peer' },
  ];
  const byUs = new Vpc(stack, 'by-us', {});
  byUs.dependsOn = dependencies.map(address);
  new Vpc(stack, 'by-cdktf', { dependsOn: dependencies });
  const { 'by-us': ours, 'by-cdktf': theirs } = JSON.parse(Testing.synth(stack)).resource.aws_vpc;
  expect(ours.depends_on).toEqual(['aws_vpc.vpc', 'data.aws_vpc.found', 'module.shop', 'aws_route.peer']);
  expect(ours.depends_on).toEqual(theirs.depends_on);
});
