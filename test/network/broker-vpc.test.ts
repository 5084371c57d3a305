import { TerraformVariable } from 'cdktf';
import { BrokerVpc, type BrokerVpcProps, InstanceType, type StorageType, ZoneCount } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const vpcWith = (props: BrokerVpcProps) => Synthesized.from((stack) => void new BrokerVpc(stack, 'network', props));
const cidrs = (synthesized: Synthesized) =>
  Object.values(synthesized.resources('aws_subnet')).map((subnet) => subnet.cidr_block);

describe('a VPC of nothing', () => {
  const synthesized = vpcWith({});

  test('resolves private endpoints', () => {
    expect(synthesized.resource('aws_vpc')).toMatchObject({
      cidr_block: '10.0.0.0/24',
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: { Name: 'messaging-network' },
    });
  });

  test('has two subnets on one route table without a way out', () => {
    expect(cidrs(synthesized)).toEqual(['10.0.0.0/26', '10.0.0.64/26']);
    expect(Object.keys(synthesized.resources('aws_route_table_association'))).toHaveLength(2);
    expect(synthesized.resource('aws_route_table')).not.toHaveProperty('route');
    expect(synthesized.resources('aws_route')).toEqual({});
    expect(synthesized.resources('aws_internet_gateway')).toEqual({});
  });

  test('names its parts after itself, at addresses that stay', () => {
    const parts = synthesized.addresses.filter((address) => !/^data\./.test(address));
    const nameOf = (address: string) => {
      const [type, name] = address.split('.');
      const tags = synthesized.resources(type)[name].tags as { Name: string } | undefined;
      return [address.replace(/_[0-9A-F]{8}$/, ''), tags?.Name];
    };
    expect(parts.map(nameOf)).toEqual([
      ['aws_default_security_group.network_DefaultSecurityGroup', 'messaging-network-default-closed'],
      ['aws_route_table.network_RouteTable', 'messaging-network'],
      ['aws_route_table_association.network_RouteTableAssociation1', undefined],
      ['aws_route_table_association.network_RouteTableAssociation2', undefined],
      ['aws_subnet.network_Subnet1', 'messaging-network-1'],
      ['aws_subnet.network_Subnet2', 'messaging-network-2'],
      ['aws_vpc.network', 'messaging-network'],
    ]);
  });

  test('is one network: each part is in the VPC, and each subnet on the route table', () => {
    const [vpc] = Object.keys(synthesized.resources('aws_vpc'));
    const [table] = Object.keys(synthesized.resources('aws_route_table'));
    for (const type of ['aws_default_security_group', 'aws_route_table', 'aws_subnet']) {
      for (const part of Object.values(synthesized.resources(type))) expect(part.vpc_id).toBe(`\${aws_vpc.${vpc}.id}`);
    }
    expect(Object.values(synthesized.resources('aws_route_table_association'))).toEqual(
      Object.keys(synthesized.resources('aws_subnet')).map((subnet) => ({
        subnet_id: `\${aws_subnet.${subnet}.id}`,
        route_table_id: `\${aws_route_table.${table}.id}`,
      })),
    );
  });

  test('closes its default security group', () => {
    const group = synthesized.resource('aws_default_security_group');
    expect(group).not.toHaveProperty('ingress');
    expect(group).not.toHaveProperty('egress');
  });

  test('chooses zones that are available and offer the instance type, once', () => {
    expect(synthesized.data('aws_availability_zones')).toMatchObject({
      state: 'available',
      filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
    });
    expect(synthesized.data('aws_mq_broker_instance_type_offerings')).toMatchObject({
      engine_type: 'ACTIVEMQ',
      host_instance_type: 'mq.m5.large',
      storage_type: 'EFS',
    });
    const [[local, expression]] = Object.entries(synthesized.json.locals as unknown as Record<string, string>);
    expect(expression.replaceAll(/\.network_\w+/g, '')).toBe(
      '${sort(tolist(setintersection(data.aws_availability_zones.names, ' +
        'flatten(data.aws_mq_broker_instance_type_offerings.broker_instance_options[*].availability_zones[*].name))))}',
    );
    Object.values(synthesized.resources('aws_subnet')).forEach((subnet, index) => {
      expect(subnet).toMatchObject({
        availability_zone: `\${element(local.${local}, ${index})}`,
        lifecycle: {
          ignore_changes: ['availability_zone'],
          precondition: [
            {
              condition: `\${(length(local.${local}) >= 2)}`,
              error_message: `too few zones of this region offer mq.m5.large with EFS storage: 2 needed, \${length(local.${local})} found; choose another instance type, or name the zones in availabilityZones`,
            },
          ],
        },
      });
    });
  });
});

test('zones by name ask AWS nothing and are kept', () => {
  const synthesized = vpcWith({ availabilityZones: ['eu-west-1b', 'eu-west-1c'] });
  expect(synthesized.json.data).toBeUndefined();
  expect(Object.values(synthesized.resources('aws_subnet')).map((subnet) => subnet.availability_zone)).toEqual([
    'eu-west-1b',
    'eu-west-1c',
  ]);
  expect(synthesized.text).not.toContain('ignore_changes');
});

test('of zones that only Terraform will know the subnets take the first', () => {
  const synthesized = Synthesized.from((stack) => {
    const availabilityZones = new TerraformVariable(stack, 'zones', { type: 'list(string)' }).listValue;
    new BrokerVpc(stack, 'network', { availabilityZones });
  });
  expect(synthesized.json.data).toBeUndefined();
  expect(Object.values(synthesized.resources('aws_subnet')).map((subnet) => subnet.availability_zone)).toEqual([
    '${var.zones[0]}',
    '${var.zones[1]}',
  ]);
});

test('a network that faces the internet has a gateway and the route to it', () => {
  const synthesized = vpcWith({ internetFacing: true });
  const [gateway] = Object.keys(synthesized.resources('aws_internet_gateway'));
  const [vpc] = Object.keys(synthesized.resources('aws_vpc'));
  expect(synthesized.resource('aws_internet_gateway')).toEqual({
    vpc_id: `\${aws_vpc.${vpc}.id}`,
    tags: { Name: 'messaging-network' },
  });
  expect(synthesized.resource('aws_route')).toMatchObject({
    destination_cidr_block: '0.0.0.0/0',
    gateway_id: `\${aws_internet_gateway.${gateway}.id}`,
  });
});

test('its first zone is a network of one subnet', () => {
  Synthesized.from((stack) => {
    const vpc = new BrokerVpc(stack, 'network', { availabilityZones: ['eu-west-1b', 'eu-west-1c'] });
    expect(vpc.inFirstZone()).toMatchObject({
      vpcId: vpc.vpcId,
      subnetIds: [vpc.subnetIds[0]],
      availabilityZones: ['eu-west-1b'],
    });
  });
});

describe('the endpoints of a network for Lambda', () => {
  const synthesized = vpcWith({ cidr: '10.9.0.0/24', lambdaEndpoints: true });
  const [vpc] = Object.keys(synthesized.resources('aws_vpc'));
  const [group] = Object.keys(synthesized.resources('aws_security_group'));

  test('are in each subnet, by the private names of the services', () => {
    const services = Object.entries(synthesized.json.data.aws_vpc_endpoint_service);
    expect(services.map(([, { service }]) => service)).toEqual(['lambda', 'secretsmanager', 'sts']);
    expect(Object.values(synthesized.resources('aws_vpc_endpoint'))).toEqual(
      services.map(([name]) => ({
        vpc_id: `\${aws_vpc.${vpc}.id}`,
        service_name: `\${data.aws_vpc_endpoint_service.${name}.service_name}`,
        vpc_endpoint_type: 'Interface',
        private_dns_enabled: true,
        subnet_ids: Object.keys(synthesized.resources('aws_subnet')).map((subnet) => `\${aws_subnet.${subnet}.id}`),
        security_group_ids: [`\${aws_security_group.${group}.id}`],
        tags: { Name: 'messaging-network-services' },
      })),
    );
  });

  test('admit HTTPS from the VPC, and nothing else', () => {
    expect(synthesized.resource('aws_security_group')).toEqual({
      vpc_id: `\${aws_vpc.${vpc}.id}`,
      name_prefix: 'amazon-mq-services-',
      description: 'Endpoints for Lambda, Secrets Manager and STS',
      lifecycle: { create_before_destroy: true },
      tags: { Name: 'messaging-network-services' },
    });
    expect(synthesized.resource('aws_vpc_security_group_ingress_rule')).toEqual({
      security_group_id: `\${aws_security_group.${group}.id}`,
      cidr_ipv4: `\${aws_vpc.${vpc}.cidr_block}`,
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      description: 'HTTPS from the VPC',
      tags: { Name: 'messaging-network-services' },
    });
  });
});

test.each<[BrokerVpcProps, string[]]>([
  [{ cidr: '172.16.0.0/16' }, ['172.16.0.0/18', '172.16.64.0/18']],
  [{ cidr: '10.9.9.0/27' }, ['10.9.9.0/28', '10.9.9.16/28']],
  [{ cidr: '10.0.0.0/20', subnetPrefixLength: 28 }, ['10.0.0.0/28', '10.0.0.16/28']],
  [{ cidr: '10.9.9.240/28', zones: ZoneCount.ONE }, ['10.9.9.240/28']],
  [{ cidr: '192.168.255.0/24', subnetPrefixLength: 25 }, ['192.168.255.0/25', '192.168.255.128/25']],
])('%j has the subnets %j', (props, expected) => {
  expect(cidrs(vpcWith(props))).toEqual(expected);
});

test('a range that only Terraform will know is divided by Terraform', () => {
  const synthesized = Synthesized.from((stack) => {
    const cidr = new TerraformVariable(stack, 'cidr', { type: 'string' }).stringValue;
    new BrokerVpc(stack, 'network', { cidr });
  });
  const length = 'tonumber(element(split("/", var.cidr), 1))';
  expect(cidrs(synthesized)).toEqual(
    [0, 1].map((index) => `\${cidrsubnet(var.cidr, (min((${length} + 2), 28) - ${length}), ${index})}`),
  );
});

test('subnets of a given size are cut out of a range that only Terraform will know', () => {
  const synthesized = Synthesized.from((stack) => {
    const cidr = new TerraformVariable(stack, 'cidr', { type: 'string' }).stringValue;
    new BrokerVpc(stack, 'network', { cidr, subnetPrefixLength: 26 });
  });
  const length = 'tonumber(element(split("/", var.cidr), 1))';
  expect(cidrs(synthesized)).toEqual([0, 1].map((index) => `\${cidrsubnet(var.cidr, (26 - ${length}), ${index})}`));
});

test.each<[BrokerVpcProps, string]>([
  [{ cidr: '10.0.0.0/28' }, '[subnet-fit]'],
  [{ cidr: '10.0.0.0' }, '[vpc-cidr-form]'],
  [{ cidr: '10.0.0.0/24', subnetPrefixLength: 24 }, '[subnet-fit]'],
  [{ availabilityZones: ['eu-west-1a'] }, '[zone-count]'],
  [{ tags: { 'aws:x': 'y' } }, '[tag-form]'],
  [{ instanceType: InstanceType.of('m5.large') }, '[instance-type-form]'],
  [{ storageType: 'efs' as StorageType }, '[storage-type]'],
  [{ cidr: '2001:db8::/32' }, '[vpc-cidr-form]'],
])('%j is refused by %s alone', (props, code) => {
  expect(() => vpcWith(props)).toThrow(`messaging/network: a rule is violated\n  ${code}`);
});

test('50 tags are one too many with the Name that is added, and not with one that is given', () => {
  const tags = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key-${index}`, 'x']));
  expect(() => vpcWith({ tags: { ...tags, Name: 'own' } })).not.toThrow();
  expect(() => vpcWith({ tags: { ...tags, other: 'x' } })).toThrow('[tag-count] tags has too many entries: got 51');
});

test('an acknowledgement of what is no rule is refused, here as everywhere', () => {
  const acknowledge = [{ code: 'vpc-cidr-sise', reason: 'a test' }];
  expect(() => Synthesized.from((stack) => void new BrokerVpc(stack, 'network', { acknowledge }))).toThrow(
    '[acknowledge-code] acknowledge[0].code is not the code of a rule: got "vpc-cidr-sise"; allowed: the codes in docs/rules.md and docs/document.md; write "vpc-cidr-size"',
  );
});
