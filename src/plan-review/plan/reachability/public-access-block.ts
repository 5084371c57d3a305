import { textOf } from '../../../util/json';
import { areInTwoRegions } from '../account';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, stateOf, type When } from './inventory';
import { type LinkedBroker, vpcsOf } from './linked-brokers';

const OPTIONS = 'aws_vpc_block_public_access_options';
const EXCLUSION = 'aws_vpc_block_public_access_exclusion';

/** VPC Block Public Access: what blocks the internet gateways of a Region, and what it excludes. */
export const PUBLIC_ACCESS_BLOCK_TYPES: readonly string[] = [OPTIONS, EXCLUSION];

/** Whether clients on the internet are kept from a VPC; `perhaps` where the run does not show it. */
export type Blocked = 'yes' | 'no' | 'perhaps';

/** The modes in which a gateway lets no client in. */
const BLOCKING: ReadonlySet<string> = new Set(['block-bidirectional', 'block-ingress']);
/** The mode of an exclusion that is for clients too: the other one is for what goes out. */
const FOR_CLIENTS = 'allow-bidirectional';

/** Whether VPC Block Public Access keeps clients on the internet from brokers. */
export class PublicAccessBlock {
  constructor(
    readonly inventory: Inventory,
    readonly areOfOneAccount: (a: PlannedChange, b: PlannedChange) => boolean,
  ) {}

  of(linked: LinkedBroker, when: When): Blocked {
    if (this.#exclusionsOf(linked, when).length > 0) return 'no';
    const [options] = this.#optionsOf(linked);
    if (options === undefined) return 'perhaps';
    const mode = stateOf(options, when).internet_gateway_block_mode;
    // Without the resource, the mode is off: the provider switches it off when it deletes the resource.
    if (mode === undefined)
      return when === 'after' && options.isUnknown('internet_gateway_block_mode') ? 'perhaps' : 'no';
    return BLOCKING.has(textOf(mode) ?? '') ? 'yes' : 'no';
  }

  /** The changes that have a say in it. */
  changesFor(linked: LinkedBroker): PlannedChange[] {
    const exclusions = [...this.#exclusionsOf(linked, 'before'), ...this.#exclusionsOf(linked, 'after')];
    return [...new Set([...exclusions, ...this.#optionsOf(linked)])].filter(({ changes }) => changes);
  }

  #optionsOf({ broker }: LinkedBroker): PlannedChange[] {
    return this.inventory
      .ofType(OPTIONS)
      .filter((options) => !areInTwoRegions(options, broker) && this.areOfOneAccount(options, broker));
  }

  /** The exclusions for clients that name the VPC of a broker, or all its subnets. */
  #exclusionsOf({ broker, subnets }: LinkedBroker, when: When): PlannedChange[] {
    const exclusions = this.inventory
      .ofType(EXCLUSION)
      .filter((each) => stateOf(each, when).internet_gateway_exclusion_mode === FOR_CLIENTS);
    const naming = (argument: string, place: Resource) =>
      exclusions.filter((each) => this.inventory.named(each, argument, when).includes(place));
    const ofVpc = vpcsOf(this.inventory, broker, when).flatMap((vpc) => naming('vpc_id', vpc));
    const ofSubnets = subnets[when].map((subnet) => naming('subnet_id', subnet));
    return ofVpc.length > 0 || ofSubnets.some(({ length }) => length === 0) ? ofVpc : ofSubnets.flat();
  }
}
