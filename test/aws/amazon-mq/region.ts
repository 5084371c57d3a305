import { randomUUID } from 'node:crypto';
import { type Neighbors } from '../neighbors';
import { type Broker, type Configuration } from './model';
import { notFound } from './mq-error';

/** How long what takes minutes on AWS takes here. */
export interface Durations {
  /** Milliseconds from CreateBroker to RUNNING. */
  creation: number;
  /** Milliseconds from RebootBroker to RUNNING. */
  reboot: number;
  /** Milliseconds from DeleteBroker to gone. */
  deletion: number;
}

export type EndpointOrder = 'as-captured' | 'reversed';

/** What a test may set of the whole service. */
export interface Settings {
  readonly durations: Durations;
  endpointOrder: EndpointOrder;
}

/** Amazon MQ in one Region of one account: all that it keeps. */
export class Region {
  readonly brokers = new Map<string, Broker>();
  readonly configurations = new Map<string, Configuration>();

  constructor(
    readonly account: string,
    readonly name: string,
    readonly settings: Settings,
  ) {}

  /** The broker, in the state in which it is by now. */
  broker(id: string): Broker {
    const broker = this.brokers.get(id);
    if (!broker || !this.isThere(id)) throw notFound.broker(id);
    return broker;
  }

  isThere(id: string): boolean {
    const broker = this.brokers.get(id);
    if (broker?.next && broker.next.at <= Date.now()) {
      if (broker.next.state === undefined) this.brokers.delete(id);
      else broker.state = broker.next.state;
      broker.next = undefined;
    }
    return this.brokers.has(id);
  }

  newId(prefix: string): string {
    return `${prefix}-${randomUUID()}`;
  }

  arn(resource: string): string {
    return `arn:aws:mq:${this.name}:${this.account}:${resource}`;
  }
}

/** What an operation works on. */
export interface Scope {
  readonly region: Region;
  readonly neighbors: Neighbors;
  /** The brokers of all Regions of the account. */
  readonly brokersOfAccount: () => readonly Broker[];
  /** Whether the next broker ends in CREATION_FAILED: a fault that a test asks for. */
  readonly failsCreation: () => boolean;
}

/** The page of a list that was asked for (API reference, `maxResults` and `nextToken`; the size is 20: captured). */
export function page<T>(
  items: readonly T[],
  { maxResults = 20, nextToken }: { maxResults?: number; nextToken?: string },
): { items: readonly T[]; maxResults: number; nextToken?: string } {
  const start = Number(nextToken ?? 0);
  const end = start + maxResults;
  return { items: items.slice(start, end), maxResults, ...(end < items.length && { nextToken: String(end) }) };
}
