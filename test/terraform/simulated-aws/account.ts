import { type Broker, type Configuration } from '../../aws/amazon-mq/model';
import { Region, type Settings } from '../../aws/amazon-mq/region';
import { type Values } from './value';

/** What a test can set before or between the commands. */
export interface AccountOptions {
  /** The zones of each region, by the letter after the region's name. */
  readonly zoneLetters: readonly string[];
  /** The zones, by letter, in which Amazon MQ offers no instance type. */
  readonly zonesWithoutBrokers: readonly string[];
}

const DEFAULT_OPTIONS: AccountOptions = {
  zoneLetters: ['a', 'b', 'c'],
  zonesWithoutBrokers: [],
};

/** What takes minutes on AWS takes no time here. */
const AT_ONCE: Settings = { durations: { creation: 0, reboot: 0, deletion: 0 }, endpointOrder: 'as-captured' };

/** One call that the simulated provider made to a simulated service. */
interface ApiCall {
  readonly operation: string;
  readonly input: unknown;
}

/** The simulated AWS account: all that was made in it, and every call that made it. */
export class Account {
  readonly accountId = '123456789012';
  readonly partition = 'aws';
  readonly calls: ApiCall[] = [];
  readonly #objects = new Map<string, Map<string, Values>>();
  readonly #amazonMq = new Map<string, Region>();
  #lastId = 0;

  constructor(public options: AccountOptions = DEFAULT_OPTIONS) {}

  /** The objects of a kind, by id; what is put in stays until it is deleted. */
  objects(kind: string): Map<string, Values> {
    let objects = this.#objects.get(kind);
    if (!objects) this.#objects.set(kind, (objects = new Map()));
    return objects;
  }

  /** Amazon MQ in a Region. */
  amazonMq(name: string): Region {
    const region = this.#amazonMq.get(name) ?? new Region(this.accountId, name, AT_ONCE);
    this.#amazonMq.set(name, region);
    return region;
  }

  /** The brokers of all Regions. */
  get brokers(): Broker[] {
    return [...this.#amazonMq.values()].flatMap((region) =>
      [...region.brokers.values()].filter(({ id }) => region.isThere(id)),
    );
  }

  record(operation: string, input: unknown): void {
    this.calls.push({ operation, input });
  }

  newId(prefix: string): string {
    return prefix + (++this.#lastId).toString(16).padStart(17, '0');
  }

  newUuid(): string {
    return `00000000-0000-4000-8000-${(++this.#lastId).toString(16).padStart(12, '0')}`;
  }

  arn(service: string, region: string, resource: string): string {
    return `arn:${this.partition}:${service}:${region}:${this.accountId}:${resource}`;
  }

  /** All of it as JSON, for tests to look at. */
  dump(): AccountDump {
    const configurations = [...this.#amazonMq.values()].flatMap((region) => [...region.configurations.values()]);
    const objects: AccountDump['objects'] = {
      'mq-broker': byId(this.brokers),
      'mq-configuration': byId(configurations),
    };
    for (const [kind, byId] of this.#objects) objects[kind] = Object.fromEntries(byId);
    return { objects, calls: this.calls };
  }
}

function byId(items: readonly (Broker | Configuration)[]): Record<string, Values> {
  return Object.fromEntries(items.map((item) => [item.id, item as unknown as Values]));
}

export interface AccountDump {
  readonly objects: Record<string, Record<string, Values>>;
  readonly calls: readonly ApiCall[];
}
