import { append } from '../../util/append';
import { stringsIn } from './json';
import { type PlannedChange } from './planned-change';
import { type Reference, type References } from './references';
import { WrittenResources } from './written-resources';

/** What leads clients to a broker, or a broker to its clients, by type. */
export const FOLLOWER_TYPES: Readonly<Record<string, string>> = {
  aws_alb_target_group_attachment: 'load balancer target',
  aws_lambda_event_source_mapping: 'event source mapping',
  aws_lb_target_group_attachment: 'load balancer target',
  aws_mq_configuration: 'configuration',
  aws_pipes_pipe: 'pipe',
  aws_route53_record: 'DNS record',
  aws_secretsmanager_secret_version: 'secret version',
  aws_service_discovery_instance: 'service discovery instance',
  aws_ssm_parameter: 'parameter',
};

/** The attributes of a broker by which others find it; without one it is the broker as a whole. */
const IDENTITY: ReadonlySet<string | undefined> = new Set(['arn', 'id', 'instances', undefined]);

/** A use of a broker's id, ARN or instances. */
export interface Use {
  /** The resource, or the name of the output, that uses it. */
  readonly by: PlannedChange | string;
  readonly reference: Reference;
}

/** Finds what takes the id, address or endpoints of brokers, by reference and by value. */
export class Followers {
  readonly #brokers: WrittenResources;
  readonly #uses = new Map<PlannedChange, Use[]>();
  #byWord?: ReadonlyMap<string, readonly PlannedChange[]>;

  constructor(
    readonly changes: readonly PlannedChange[],
    readonly outputs: Iterable<string>,
    readonly references: References,
    brokers: readonly PlannedChange[],
  ) {
    this.#brokers = new WrittenResources(brokers);
    for (const change of changes) if (change.managed && change.changes) this.#note(change);
    for (const output of outputs) this.#noteOutput(output);
  }

  /** The uses of a broker in resources that the plan changes, and in outputs. */
  usesOf(broker: PlannedChange): readonly Use[] {
    return this.#uses.get(broker) ?? [];
  }

  /** The uses of a broker in all that the configuration has, changed or not. */
  *allUsesOf(broker: PlannedChange): Generator<Reference> {
    for (const written of this.references.all()) {
      for (const reference of this.references.sourcesOf(written).references) {
        if (reference.resource === broker.written && IDENTITY.has(reference.attribute)) yield reference;
      }
    }
    for (const { by, reference } of this.usesOf(broker)) if (typeof by === 'string') yield reference;
  }

  /** The resources that the plan leaves alone and that have the id, ARN, a host name or an address of a broker in them. */
  leftWith(broker: PlannedChange): PlannedChange[] {
    this.#byWord ??= this.#indexWords();
    return [...new Set([...namesOfBroker(broker)].flatMap((name) => this.#byWord!.get(name) ?? []))];
  }

  #note(change: PlannedChange): void {
    const { references, byKey } = this.references.sourcesOf(change.written);
    for (const reference of references) {
      if (!IDENTITY.has(reference.attribute)) continue;
      for (const broker of this.#brokers.referredTo(change, reference, { byKey, ids: new Set() })) {
        if (broker !== change) append(this.#uses, broker, { by: change, reference });
      }
    }
  }

  #noteOutput(output: string): void {
    for (const reference of this.references.sourcesOfOutput(output).references) {
      if (!IDENTITY.has(reference.attribute)) continue;
      for (const broker of this.#brokers.of(reference.resource)) append(this.#uses, broker, { by: output, reference });
    }
  }

  #indexWords(): Map<string, PlannedChange[]> {
    const byWord = new Map<string, PlannedChange[]>();
    for (const change of this.changes) {
      if (change.action !== 'no-op' || !Object.hasOwn(FOLLOWER_TYPES, change.type)) continue;
      for (const word of new Set(wordsIn(change.before))) append(byWord, word, change);
    }
    return byWord;
  }
}

/** The id, ARN, host names and addresses of a broker as it is today. */
export function namesOfBroker(broker: PlannedChange): Set<string> {
  return new Set([...broker.ids, ...wordsIn(broker.before.instances)]);
}

/** Every string of a value, and the host names and addresses in it. */
export function* wordsIn(value: unknown): Generator<string> {
  for (const text of stringsIn(value)) {
    yield text;
    yield* hostsIn(text);
  }
}

/** Every host name of a broker has `.mq.` in it, so that most texts need no search. */
function* hostsIn(text: string): Generator<string> {
  if (!text.includes('.mq.')) return;
  for (const [host] of text.matchAll(/[A-Za-z0-9.-]+/g)) if (host.includes('.')) yield host;
}
