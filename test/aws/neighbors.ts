import { SaxesParser } from 'saxes';
import { authorizationFor, type Caller } from './caller';

export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly zoneId: string;
}

interface Node {
  readonly name: string;
  readonly children: Node[];
  text: string;
}

/** The other services of AWS, as Amazon MQ uses them on behalf of its caller. */
export interface Neighbors {
  zones(): Promise<{ name: string; id: string }[]>;
  /** Those of the subnets that exist. */
  subnets(ids: readonly string[]): Promise<Subnet[]>;
  defaultVpc(): Promise<{ subnets: Subnet[]; securityGroup: string } | undefined>;
  unknownSecurityGroup(ids: readonly string[]): Promise<string | undefined>;
  hasInternetGateway(vpcId: string): Promise<boolean>;
  /** Puts an interface of a broker into a subnet, as Amazon MQ does: it stands in the way of deleting the subnet. */
  createInterface(
    brokerId: string,
    subnetId: string,
    groups: readonly string[],
  ): Promise<{ id: string; address: string }>;
  deleteInterface(id: string): Promise<void>;
  changeGroups(interfaceId: string, groups: readonly string[]): Promise<void>;
  /** Makes a log group, unless it is there: Amazon MQ takes one that it finds. */
  createLogGroup(name: string): Promise<void>;
}

/** The services of moto. */
export class MotoNeighbors implements Neighbors {
  readonly #moto: string;
  readonly #caller: Caller;

  constructor(moto: string, caller: Caller) {
    this.#moto = moto;
    this.#caller = caller;
  }

  async account(): Promise<string> {
    return textOf(await this.#query('sts', '2011-06-15', { Action: 'GetCallerIdentity' }), 'Account');
  }

  async zones(): Promise<{ name: string; id: string }[]> {
    const items = await this.#items('DescribeAvailabilityZones', 'availabilityZoneInfo', {});
    return items.map((item) => ({ name: textOf(item, 'zoneName'), id: textOf(item, 'zoneId') }));
  }

  async subnets(ids: readonly string[]): Promise<Subnet[]> {
    return ids.length === 0 ? [] : this.#subnets(filter('subnet-id', ids));
  }

  async defaultVpc(): Promise<{ subnets: Subnet[]; securityGroup: string } | undefined> {
    const [vpc] = await this.#items('DescribeVpcs', 'vpcSet', filter('isDefault', ['true']));
    if (!vpc) return undefined;
    const ofVpc = filter('vpc-id', [textOf(vpc, 'vpcId')]);
    const groups = await this.#items('DescribeSecurityGroups', 'securityGroupInfo', ofVpc);
    const byDefault = groups.find((group) => textOf(group, 'groupName') === 'default');
    return { subnets: await this.#subnets(ofVpc), securityGroup: byDefault ? textOf(byDefault, 'groupId') : '' };
  }

  async unknownSecurityGroup(ids: readonly string[]): Promise<string | undefined> {
    if (ids.length === 0) return undefined;
    const groups = await this.#items('DescribeSecurityGroups', 'securityGroupInfo', filter('group-id', ids));
    const known = new Set(groups.map((group) => textOf(group, 'groupId')));
    return ids.find((id) => !known.has(id));
  }

  async hasInternetGateway(vpcId: string): Promise<boolean> {
    const attached = filter('attachment.vpc-id', [vpcId]);
    return (await this.#items('DescribeInternetGateways', 'internetGatewaySet', attached)).length > 0;
  }

  async createInterface(
    brokerId: string,
    subnetId: string,
    groups: readonly string[],
  ): Promise<{ id: string; address: string }> {
    const created = await this.#ec2('CreateNetworkInterface', {
      SubnetId: subnetId,
      Description: `Amazon MQ network interface for broker ${brokerId}`,
      ...Object.fromEntries(groups.map((id, index) => [`SecurityGroupId.${index + 1}`, id])),
    });
    return { id: textOf(created, 'networkInterfaceId'), address: textOf(created, 'privateIpAddress') };
  }

  async deleteInterface(id: string): Promise<void> {
    await this.#ec2('DeleteNetworkInterface', { NetworkInterfaceId: id });
  }

  async changeGroups(interfaceId: string, groups: readonly string[]): Promise<void> {
    await this.#ec2('ModifyNetworkInterfaceAttribute', {
      NetworkInterfaceId: interfaceId,
      ...Object.fromEntries(groups.map((id, index) => [`SecurityGroupId.${index + 1}`, id])),
    });
  }

  async createLogGroup(name: string): Promise<void> {
    const response = await fetch(this.#moto, {
      method: 'POST',
      headers: {
        authorization: authorizationFor('logs', this.#caller),
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'Logs_20140328.CreateLogGroup',
      },
      body: JSON.stringify({ logGroupName: name }),
    });
    const text = await response.text();
    if (!response.ok && !text.includes('ResourceAlreadyExistsException')) throw new Error(`CreateLogGroup: ${text}`);
  }

  async #subnets(filters: Record<string, string>): Promise<Subnet[]> {
    const items = await this.#items('DescribeSubnets', 'subnetSet', filters);
    return items.map((item) => ({
      id: textOf(item, 'subnetId'),
      vpcId: textOf(item, 'vpcId'),
      zone: textOf(item, 'availabilityZone'),
      zoneId: textOf(item, 'availabilityZoneId'),
    }));
  }

  async #items(action: string, set: string, parameters: Record<string, string>): Promise<readonly Node[]> {
    return find(await this.#ec2(action, parameters), set)?.children ?? [];
  }

  #ec2(action: string, parameters: Record<string, string>): Promise<Node> {
    return this.#query('ec2', '2016-11-15', { Action: action, ...parameters });
  }

  async #query(service: string, version: string, parameters: Record<string, string>): Promise<Node> {
    const response = await fetch(this.#moto, {
      method: 'POST',
      headers: { authorization: authorizationFor(service, this.#caller) },
      body: new URLSearchParams({ Version: version, ...parameters }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${parameters.Action}: ${text}`);
    return parse(text);
  }
}

function filter(name: string, values: readonly string[]): Record<string, string> {
  return {
    'Filter.1.Name': name,
    ...Object.fromEntries(values.map((value, index) => [`Filter.1.Value.${index + 1}`, value])),
  };
}

function parse(xml: string): Node {
  const parser = new SaxesParser();
  const root: Node = { name: '', children: [], text: '' };
  const open = [root];
  parser.on('opentag', ({ name }) => {
    const node: Node = { name, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => void (open.at(-1)!.text += text.trim()));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

function find(node: Node, name: string): Node | undefined {
  for (const child of node.children) {
    const found = child.name === name ? child : find(child, name);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node, name: string): string {
  return find(node, name)?.text ?? '';
}
