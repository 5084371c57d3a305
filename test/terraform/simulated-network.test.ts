import { brokerByHand, type Resources } from './fixtures';
import { describeWithTerraform, type Plan } from './terraform';

const replaced = (plan: Plan) =>
  plan.resource_changes
    ?.filter(({ change }) => change.actions.join() === 'delete,create')
    .map(({ address, change }) => `${address}: ${String(change.replace_paths?.join())}`)
    .sort();

describeWithTerraform('the simulated network', (aws) => {
  it('replaces a subnet of another zone or range, and with it the broker', async () => {
    const moved = brokerByHand();
    moved.resource.aws_subnet.b.availability_zone = 'eu-west-1c';
    moved.resource.aws_subnet.a.cidr_block = '10.0.9.0/24';
    expect(replaced(await aws().planOf(brokerByHand(), moved))).toEqual([
      'aws_mq_broker.orders: subnet_ids',
      'aws_subnet.a: cidr_block',
      'aws_subnet.b: availability_zone',
    ]);
  });

  it('refuses what EC2 and CloudWatch Logs refuse', async () => {
    const vpc_id = '${aws_vpc.network.id}';
    const rule = { security_group_id: '${aws_security_group.clients.id}', ip_protocol: 'tcp', cidr_ipv4: '10.0.0.0/8' };
    const ports = { from_port: 61617, to_port: 61617 };
    const first = (type: string) => ({ depends_on: [`${type}.first`] });
    const policies = Array.from({ length: 11 }, (_, index) => [
      `policy_${index}`,
      { policy_name: `policy-${index}`, policy_document: '{}' },
    ]);
    const resource: Resources = {
      aws_vpc: { network: { cidr_block: '10.0.0.0/16' } },
      aws_subnet: {
        first: { vpc_id, cidr_block: '10.0.0.0/24' },
        outside: { vpc_id, cidr_block: '10.1.0.0/24' },
        overlapping: { vpc_id, cidr_block: '10.0.0.128/25', ...first('aws_subnet') },
        elsewhere: { vpc_id, cidr_block: '10.0.2.0/24', availability_zone: 'eu-west-1z' },
      },
      aws_security_group: {
        clients: { vpc_id, name: 'clients' },
        namesake: { vpc_id, name: 'clients', depends_on: ['aws_security_group.clients'] },
      },
      aws_vpc_security_group_ingress_rule: {
        first: { ...rule, ...ports },
        again: { ...rule, ...ports, ...first('aws_vpc_security_group_ingress_rule') },
        two_peers: { ...rule, ...ports, cidr_ipv6: '::/0' },
      },
      aws_cloudwatch_log_resource_policy: Object.fromEntries(policies) as Resources[string],
    };
    const workspace = aws().workspace({ resource });
    await workspace.init();
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    const printed = output.replace(/[│\s]+/g, ' ');
    for (const message of [
      "InvalidSubnet.Range: The CIDR '10.1.0.0/24' is invalid.",
      "InvalidSubnet.Conflict: The CIDR '10.0.0.128/25' conflicts with another subnet",
      'Value (eu-west-1z) for parameter availabilityZone is invalid.',
      "InvalidGroup.Duplicate: The security group 'clients' already exists for VPC",
      'InvalidPermission.Duplicate: the specified rule already exists',
      'exactly one of [cidr_ipv4,cidr_ipv6,prefix_list_id,referenced_security_group_id] must be specified',
      'LimitExceededException: Resource limit exceeded.',
    ])
      expect(printed).toContain(message);
    expect(printed.match(/Error: creating/g)).toHaveLength(7);
  });
});
