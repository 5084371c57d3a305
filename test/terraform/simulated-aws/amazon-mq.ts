import { OPERATIONS } from '../../aws/amazon-mq/amazon-mq';
import { MqError } from '../../aws/amazon-mq/mq-error';
import { type Neighbors, type Subnet } from '../../aws/neighbors';
import { AwsError } from './aws-error';
import { defaultVpc } from './default-vpc';
import { type Scope } from './resource';
import { zoneId, zonesWithBrokers } from './resources/network';
import { text, type Values } from './value';

/** Amazon MQ of the simulated account: that of test/aws, among the other services of this account. */
export class AmazonMq {
  readonly #scope: Scope;
  readonly #purpose: string;

  /** @param purpose what the provider does, as its errors say */
  constructor(scope: Scope, purpose: string) {
    this.#scope = scope;
    this.#purpose = purpose;
  }

  async call<Answer extends object>(operation: string, input: object): Promise<Answer> {
    const { account, region } = this.#scope;
    account.record(operation, input);
    try {
      const scope = {
        region: account.amazonMq(region),
        neighbors: new SimulatedNeighbors(this.#scope),
        brokersOfAccount: () => [...account.amazonMq(region).brokers.values()],
        failsCreation: () => false,
      };
      return (await OPERATIONS[operation](input as never, scope)) as Answer;
    } catch (error) {
      if (!(error instanceof MqError)) throw error;
      throw new AwsError(`mq: ${operation}`, error.status, error.type, error.message, this.#purpose);
    }
  }

  /** As `call`; undefined where there is nothing. */
  async find<Answer extends object>(operation: string, input: object): Promise<Answer | undefined> {
    try {
      return await this.call<Answer>(operation, input);
    } catch (error) {
      if (error instanceof AwsError && error.status === 404) return undefined;
      throw error;
    }
  }
}

/** The network of the simulated account, as Amazon MQ sees it. Its network interfaces and log groups are nowhere else. */
class SimulatedNeighbors implements Neighbors {
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  zones(): Promise<{ name: string; id: string }[]> {
    return Promise.resolve(zonesWithBrokers(this.#scope).map((name) => ({ name, id: zoneId(name, this.#scope) })));
  }

  subnets(ids: readonly string[]): Promise<Subnet[]> {
    const found = ids.map((id) => this.#objects('subnet').get(id)).filter((subnet) => subnet !== undefined);
    return Promise.resolve(found.map((subnet) => this.#asSubnet(subnet)));
  }

  defaultVpc(): Promise<{ subnets: Subnet[]; securityGroup: string }> {
    const { id, default_security_group_id } = defaultVpc(this.#scope);
    const subnets = [...this.#objects('subnet').values()].filter(({ vpc_id }) => vpc_id === id);
    return Promise.resolve({
      subnets: subnets.map((subnet) => this.#asSubnet(subnet)),
      securityGroup: text(default_security_group_id),
    });
  }

  unknownSecurityGroup(ids: readonly string[]): Promise<string | undefined> {
    return Promise.resolve(ids.find((id) => !this.#objects('security-group').has(id)));
  }

  hasInternetGateway(vpcId: string): Promise<boolean> {
    return Promise.resolve([...this.#objects('internet-gateway').values()].some(({ vpc_id }) => vpc_id === vpcId));
  }

  createInterface(brokerId: string, subnetId: string): Promise<{ id: string; address: string }> {
    const network = text(this.#objects('subnet').get(subnetId)?.cidr_block).split('.').slice(0, 3);
    return Promise.resolve({ id: `eni-${brokerId}`, address: [...network, 10].join('.') });
  }

  deleteInterface(): Promise<void> {
    return Promise.resolve();
  }

  changeGroups(): Promise<void> {
    return Promise.resolve();
  }

  createLogGroup(): Promise<void> {
    return Promise.resolve();
  }

  #objects(kind: string): Map<string, Values> {
    return this.#scope.account.objects(kind);
  }

  #asSubnet({ id, vpc_id, availability_zone }: Values): Subnet {
    const zone = text(availability_zone);
    return { id: text(id), vpcId: text(vpc_id), zone, zoneId: zoneId(zone, this.#scope) };
  }
}
