import { type Values } from './value';

/** What a test can set before or between the commands. */
export interface AccountOptions {
  /** The zones of each region, by the letter after the region's name. */
  readonly zoneLetters: readonly string[];
  /** The zones, by letter, in which Amazon MQ offers no instance type. */
  readonly zonesWithoutBrokers: readonly string[];
  /** The order in which a broker lists its endpoints, by scheme. */
  readonly endpointOrder: readonly string[];
}

/** The order found on Amazon MQ. */
export const ENDPOINT_ORDER = ['ssl', 'amqp+ssl', 'stomp+ssl', 'mqtt+ssl', 'wss'];

export const DEFAULT_OPTIONS: AccountOptions = {
  zoneLetters: ['a', 'b', 'c'],
  zonesWithoutBrokers: [],
  endpointOrder: ENDPOINT_ORDER,
};

/** One call that the simulated provider made to a simulated service. */
export interface ApiCall {
  readonly operation: string;
  readonly input: unknown;
}

/** The simulated AWS account: all that was made in it, and every call that made it. */
export class Account {
  readonly accountId = '123456789012';
  readonly partition = 'aws';
  readonly calls: ApiCall[] = [];
  readonly #objects = new Map<string, Map<string, Values>>();
  #lastId = 0;

  constructor(public options: AccountOptions = DEFAULT_OPTIONS) {}

  /** The objects of a kind, by id; what is put in stays until it is deleted. */
  objects(kind: string): Map<string, Values> {
    let objects = this.#objects.get(kind);
    if (!objects) this.#objects.set(kind, (objects = new Map()));
    return objects;
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
    const objects: AccountDump['objects'] = {};
    for (const [kind, byId] of this.#objects) objects[kind] = Object.fromEntries(byId);
    return { objects, calls: this.calls };
  }
}

export interface AccountDump {
  readonly objects: Record<string, Record<string, Values>>;
  readonly calls: readonly ApiCall[];
}
