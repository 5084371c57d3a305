import { append } from '../../util/append';
import { type JsonObject, stringsIn } from '../../util/json';
import { lookup } from '../../util/lookup';
import { canonical } from './json';
import { type PlannedChange } from './planned-change';
import { type Reference, type References } from './references';
import { WrittenResources } from './written-resources';

/** A kind of resource that leads clients to a broker, or a broker to its clients, and the arguments that say where. */
interface Follower {
  readonly noun: string;
  readonly leadsBy: readonly string[];
  /** The arguments by which clients find it: another value is another name or place. */
  readonly foundBy?: readonly string[];
  /** The name that AWS gives it, which is another one when it is replaced. */
  readonly givenName?: string;
  /** Further arguments that make two of them the same. */
  readonly sameBy?: readonly string[];
  /** The argument that switches it on and off, with its value for off. */
  readonly off?: readonly [argument: string, value: unknown];
  /** Set before the names by which it leads to a broker, where they are no names for anything else. */
  readonly prefix?: string;
}

/** A DNS zone leads to a broker by a record in it; aliases to anything else in the zone have its id as well. */
const ZONE = 'zone ';
const KUBERNETES_MAP: Follower = { noun: 'a config map', leadsBy: ['data'] };
const KUBERNETES_SECRET: Follower = { noun: 'a Kubernetes secret', leadsBy: ['data'] };
const KUBERNETES_SERVICE: Follower = { noun: 'a Kubernetes service', leadsBy: ['spec'] };
const CLOUDFLARE_RECORD: Follower = {
  noun: 'a DNS record',
  leadsBy: ['content', 'value'],
  foundBy: ['zone_id', 'name'],
};
const VAULT_SECRET: Follower = { noun: 'a secret of Vault', leadsBy: ['data_json'] };

const LOAD_BALANCER: Follower = { noun: 'a load balancer', leadsBy: ['arn'], givenName: 'dns_name' };
const LISTENER: Follower = {
  noun: 'a load balancer listener',
  leadsBy: ['default_action'],
  foundBy: ['load_balancer_arn', 'port'],
};
const TARGET_GROUP: Follower = { noun: 'a load balancer target group', leadsBy: ['arn'] };
const TARGET: Follower = {
  noun: 'a load balancer target',
  leadsBy: ['target_id'],
  foundBy: ['target_group_arn', 'port'],
};

/** What follows a broker, by type. */
export const FOLLOWERS: Readonly<Record<string, Follower>> = {
  aws_alb: LOAD_BALANCER,
  aws_alb_listener: LISTENER,
  aws_alb_target_group: TARGET_GROUP,
  aws_alb_target_group_attachment: TARGET,
  aws_appconfig_hosted_configuration_version: { noun: 'a configuration of AppConfig', leadsBy: ['content'] },
  aws_globalaccelerator_endpoint_group: { noun: 'an accelerator endpoint', leadsBy: ['endpoint_configuration'] },
  aws_lambda_event_source_mapping: {
    noun: 'an event source mapping',
    leadsBy: ['event_source_arn'],
    sameBy: ['function_name', 'queues'],
    off: ['enabled', false],
  },
  aws_lb: LOAD_BALANCER,
  aws_lb_listener: LISTENER,
  aws_lb_target_group: TARGET_GROUP,
  aws_lb_target_group_attachment: TARGET,
  aws_mq_configuration: { noun: 'a configuration', leadsBy: ['data'] },
  aws_pipes_pipe: {
    noun: 'a pipe',
    leadsBy: ['source', 'target'],
    sameBy: ['name'],
    off: ['desired_state', 'STOPPED'],
  },
  aws_route53_record: { noun: 'a DNS record', leadsBy: ['records', 'alias'], foundBy: ['zone_id', 'name'] },
  aws_secretsmanager_secret_version: { noun: 'a secret version', leadsBy: ['secret_string'], foundBy: ['secret_id'] },
  aws_service_discovery_instance: {
    noun: 'a service discovery instance',
    leadsBy: ['attributes'],
    foundBy: ['service_id'],
  },
  aws_ssm_parameter: { noun: 'a parameter', leadsBy: ['value', 'insecure_value'], foundBy: ['name'] },
  aws_route53_zone: { noun: 'a DNS zone', leadsBy: ['zone_id'], givenName: 'zone_id', prefix: ZONE },
  aws_route53_zone_association: {
    noun: 'the association of a VPC with a DNS zone',
    leadsBy: ['zone_id'],
    sameBy: ['zone_id', 'vpc_id'],
    prefix: ZONE,
  },
  aws_vpc_endpoint: { noun: 'a VPC endpoint', leadsBy: ['service_name'], givenName: 'dns_entry' },
  aws_vpc_endpoint_connection_accepter: {
    noun: 'an accepted VPC endpoint',
    leadsBy: ['vpc_endpoint_service_id'],
    sameBy: ['vpc_endpoint_service_id', 'vpc_endpoint_id'],
  },
  aws_vpc_endpoint_service: {
    noun: 'an endpoint service',
    leadsBy: ['network_load_balancer_arns'],
    givenName: 'service_name',
  },
  aws_vpc_endpoint_service_allowed_principal: {
    noun: 'a principal that may use an endpoint service',
    leadsBy: ['vpc_endpoint_service_id'],
    sameBy: ['vpc_endpoint_service_id', 'principal_arn'],
  },
  cloudflare_dns_record: CLOUDFLARE_RECORD,
  cloudflare_record: CLOUDFLARE_RECORD,
  google_dns_record_set: { noun: 'a DNS record', leadsBy: ['rrdatas'], foundBy: ['managed_zone', 'name'] },
  kubernetes_config_map: KUBERNETES_MAP,
  kubernetes_config_map_v1: KUBERNETES_MAP,
  kubernetes_secret: KUBERNETES_SECRET,
  kubernetes_secret_v1: KUBERNETES_SECRET,
  kubernetes_service: KUBERNETES_SERVICE,
  kubernetes_service_v1: KUBERNETES_SERVICE,
  vault_generic_secret: VAULT_SECRET,
  vault_kv_secret_v2: VAULT_SECRET,
};

const KUBERNETES_WORKLOAD = ['spec'];

/** Clients of brokers by type, and the arguments in which they may have an endpoint. Nobody finds a broker by them. */
const CLIENTS: Readonly<Record<string, readonly string[]>> = {
  aws_apprunner_service: ['source_configuration'],
  aws_batch_job_definition: ['container_properties'],
  aws_cloudformation_stack: ['parameters'],
  aws_ecs_task_definition: ['container_definitions'],
  aws_elastic_beanstalk_environment: ['setting'],
  aws_lambda_function: ['environment'],
  aws_s3_object: ['content'],
  helm_release: ['values', 'set', 'set_sensitive'],
  kubernetes_cron_job: KUBERNETES_WORKLOAD,
  kubernetes_cron_job_v1: KUBERNETES_WORKLOAD,
  kubernetes_daemon_set_v1: KUBERNETES_WORKLOAD,
  kubernetes_daemonset: KUBERNETES_WORKLOAD,
  kubernetes_deployment: KUBERNETES_WORKLOAD,
  kubernetes_deployment_v1: KUBERNETES_WORKLOAD,
  kubernetes_manifest: ['manifest'],
  kubernetes_stateful_set: KUBERNETES_WORKLOAD,
  kubernetes_stateful_set_v1: KUBERNETES_WORKLOAD,
};

/** The types of what may be left with the endpoints of a broker that goes. */
export const TYPES_WITH_ENDPOINTS: ReadonlySet<string> = new Set([FOLLOWERS, CLIENTS].flatMap(Object.keys));

/** The arguments whose new values make clients look for a follower in vain. */
export function namesChanged(change: PlannedChange): string[] {
  const { foundBy = [], givenName } = FOLLOWERS[change.type];
  const changed = foundBy.filter((argument) => !change.isUnknown(argument) && change.changed(argument));
  return givenName !== undefined && change.action === 'replace' ? [...changed, givenName] : changed;
}

/** Where clients find a follower, as a text that another one has only if it takes its place. */
export function placeOfFollower({ type }: PlannedChange, values: JsonObject): string | undefined {
  const { foundBy = [], sameBy = [] } = FOLLOWERS[type];
  const names = [...foundBy, ...sameBy];
  return names.length === 0 ? undefined : canonical([type, ...names.map((name) => values[name] ?? null)]);
}

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
  #allUses?: ReadonlyMap<string, readonly Reference[]>;
  #left?: ReadonlyMap<PlannedChange, ReadonlySet<PlannedChange>>;

  constructor(
    readonly changes: readonly PlannedChange[],
    readonly outputs: Iterable<string>,
    readonly references: References,
    readonly brokers: readonly PlannedChange[],
  ) {
    this.#brokers = new WrittenResources(brokers);
    for (const change of changes) if (change.managed && change.changes) this.#note(change);
    for (const output of outputs) this.#noteOutput(output);
  }

  /** The uses of a broker in resources that the plan changes, and in outputs. */
  usesOf(broker: PlannedChange): readonly Use[] {
    return this.#uses.get(broker) ?? [];
  }

  /** The references to a broker in all that the configuration has, changed or not. */
  allUsesOf(broker: PlannedChange): readonly Reference[] {
    this.#allUses ??= this.#findAllUses();
    return [...(this.#allUses.get(broker.written) ?? []), ...this.usesOf(broker).map(({ reference }) => reference)];
  }

  /** The resources that the plan leaves alone and that have an endpoint of a broker that it replaces or deletes. */
  leftWith(broker: PlannedChange): Iterable<PlannedChange> {
    this.#left ??= this.#findLeft();
    return this.#left.get(broker) ?? [];
  }

  #note(change: PlannedChange): void {
    const { references, byKey } = this.references.sourcesOf(change.written);
    for (const reference of references) {
      if (!IDENTITY.has(reference.attribute)) continue;
      for (const broker of this.#brokers.referredTo(change, reference, { byKey, ids: new Set() })) {
        append(this.#uses, broker, { by: change, reference });
      }
    }
  }

  #noteOutput(output: string): void {
    for (const reference of this.references.sourcesOfOutput(output).references) {
      if (!IDENTITY.has(reference.attribute)) continue;
      for (const broker of this.#brokers.of(reference.resource)) append(this.#uses, broker, { by: output, reference });
    }
  }

  #findAllUses(): Map<string, Reference[]> {
    const uses = new Map<string, Reference[]>();
    for (const written of this.references.all()) {
      for (const reference of this.references.sourcesOf(written).references)
        append(uses, reference.resource, reference);
    }
    return uses;
  }

  #findLeft(): Map<PlannedChange, Set<PlannedChange>> {
    const left = new Map(this.brokers.map((broker) => [broker, new Set<PlannedChange>()]));
    const brokers = brokersByName(this.brokers.filter(({ survives }) => !survives));
    for (const change of this.changes) {
      if (change.action !== 'no-op' || !TYPES_WITH_ENDPOINTS.has(change.type)) continue;
      for (const name of namesIn(change, change.before)) {
        for (const broker of brokers.get(name) ?? []) left.get(broker)!.add(change);
      }
    }
    return left;
  }
}

/** Brokers by the ids, ARNs, host names and addresses that they have today. */
export function brokersByName(brokers: readonly PlannedChange[]): Map<string, PlannedChange[]> {
  const byName = new Map<string, PlannedChange[]>();
  for (const broker of brokers) {
    for (const name of new Set(wordsIn([...broker.ids, broker.before.instances]))) append(byName, name, broker);
  }
  return byName;
}

/** On the way to a broker, the nearest first: what leads there is known by another name in turn. */
const ON_THE_WAY: readonly { readonly types: readonly string[]; readonly knownBy: string; readonly prefix?: string }[] =
  [
    {
      types: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'],
      knownBy: 'target_group_arn',
    },
    { types: ['aws_lb_listener', 'aws_alb_listener'], knownBy: 'load_balancer_arn' },
    { types: ['aws_lb', 'aws_alb'], knownBy: 'dns_name' },
    { types: ['aws_vpc_endpoint_service'], knownBy: 'id' },
    { types: ['aws_vpc_endpoint_service'], knownBy: 'service_name' },
    { types: ['aws_vpc_endpoint'], knownBy: 'dns_entry' },
    { types: ['aws_route53_record'], knownBy: 'zone_id', prefix: ZONE },
  ];

/** AWS has a hosted zone for all load balancers, and one for all endpoints, of a region: its id says nothing. */
const ID_OF_ZONE = /^z[\da-z]{10,}$/;

/** Adds the names of what leads to brokers today: target groups, load balancers, endpoints and DNS zones. */
export function addNamesOnTheWay(
  byName: Map<string, PlannedChange[]>,
  ofType: (...types: readonly string[]) => readonly PlannedChange[],
): void {
  for (const { types, knownBy, prefix } of ON_THE_WAY) {
    for (const change of ofType(...types)) {
      const { before } = change;
      const names = wordsIn(before[knownBy]).filter((name) => prefix !== undefined || !ID_OF_ZONE.test(name));
      const brokers = new Set(namesIn(change, before).flatMap((word) => byName.get(word) ?? []));
      if (brokers.size === 0) continue;
      for (const name of names.map((one) => `${prefix ?? ''}${one}`)) {
        byName.set(name, [...new Set([...(byName.get(name) ?? []), ...brokers])]);
      }
    }
  }
}

/** What may be the name of a broker in the arguments of a follower that say where it leads, or in those of a client. */
export function namesIn({ type }: PlannedChange, values: JsonObject): string[] {
  const { leadsBy, prefix = '' } = lookup(FOLLOWERS, type) ?? { leadsBy: CLIENTS[type] };
  return leadsBy.flatMap((argument) => wordsIn(values[argument]).map((word) => `${prefix}${word}`));
}

/** A longer text is not a name; it may have names in it. */
const LONGEST_NAME = 300;

/** Every short string of a value that is not empty, and the host names of brokers in any string. */
export function wordsIn(value: unknown): string[] {
  const words = [...stringsIn(value)].flatMap((text) =>
    text.length <= LONGEST_NAME ? [text, ...hostsIn(text)] : hostsIn(text),
  );
  return words.map(nameOfWord).filter((word) => word !== '');
}

/** DNS ignores case, and a full name may end with a dot; other names have neither difference. */
function nameOfWord(word: string): string {
  return word.toLowerCase().replace(/^dualstack\.|\.$/g, '');
}

/** Every host name of a broker has `.mq.` in it, so that most texts need no search. */
function hostsIn(text: string): readonly string[] {
  if (!/\.mq\./i.test(text)) return [];
  return text.split(/[^A-Za-z0-9.-]+/).filter((host) => /\.mq\./i.test(host));
}
