import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const HOST = 'b-1-1.mq.eu-west-1.amazonaws.com';
const ENDPOINTS = {
  ...BROKER,
  deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
  subnet_ids: ['subnet-1', 'subnet-2'],
  instances: [{ endpoints: [`ssl://${HOST}:61617`], console_url: `https://${HOST}:8162`, ip_address: '10.0.0.10' }],
};
const STAYS: Changes = { 'aws_mq_broker.orders': { action: 'no-op', before: ENDPOINTS } };
const GOES: Changes = { 'aws_mq_broker.orders': { action: 'replace', before: ENDPOINTS, forcedBy: ['subnet_ids'] } };
const RECORD = { records: [HOST], ttl: 300 };

describe('what follows a broker that is replaced', () => {
  it('is named with what it takes, and with what it keeps', () => {
    const plan = planByHand(
      {
        ...GOES,
        'aws_route53_record.mq': {
          before: RECORD,
          unknown: { records: true },
          references: { records: ['aws_mq_broker.orders.instances'] },
        },
        'aws_lambda_event_source_mapping.m': {
          action: 'replace',
          before: { event_source_arn: BROKER.arn },
          references: { event_source_arn: ['aws_mq_broker.orders.arn'] },
        },
        'aws_ssm_parameter.name': {
          action: 'create',
          after: { value: 'orders' },
          references: { value: ['aws_mq_broker.orders.broker_name'] },
        },
        'aws_ssm_parameter.fixed': {
          action: 'no-op',
          before: { value: 'fixed' },
          references: { value: ['aws_mq_broker.orders.arn'] },
        },
        'aws_ssm_parameter.url': { action: 'no-op', before: { value: `failover:(ssl://${HOST}:61617)` } },
        'aws_mq_configuration.mesh': {
          action: 'no-op',
          before: { data: `<networkConnector uri="static:(ssl://${HOST}:61617)"/>` },
        },
        'aws_route53_record.other': { action: 'no-op', before: { records: ['b-2-1.mq.eu-west-1.amazonaws.com'] } },
      },
      {
        output_changes: { url: { actions: ['update'] }, other: { actions: ['update'] }, name: { actions: ['update'] } },
      },
    );
    const root = plan.configuration.root_module as Record<string, unknown>;
    root.outputs = {
      url: { expression: { references: ['aws_mq_broker.orders.instances', 'aws_mq_broker.orders'] } },
      other: { expression: { references: ['var.x'] } },
      name: { expression: { references: ['aws_mq_broker.orders.broker_name', 'aws_mq_broker.orders'] } },
    };
    const [finding] = reviewOf(plan).findings;
    expect(finding.details.map(plainText)).toEqual([
      'takes the new endpoints in this apply: aws_route53_record.mq (clients may use the old address for another 300 seconds, its TTL)',
      'takes the new endpoints in this apply: aws_lambda_event_source_mapping.m',
      'takes the new endpoints in this apply: output url',
      'keeps the old endpoints: aws_ssm_parameter.url',
      'keeps the old endpoints: aws_mq_configuration.mesh',
    ]);
  });
});

describe('a client with an endpoint of a broker that goes', () => {
  const URL = `ssl://${HOST}:61617`;
  const CLIENTS: readonly (readonly [type: string, values: object])[] = [
    ['aws_apprunner_service', { source_configuration: [{ image: [{ variables: { URL } }] }] }],
    ['aws_batch_job_definition', { container_properties: JSON.stringify({ environment: [{ value: URL }] }) }],
    ['aws_cloudformation_stack', { parameters: { Url: URL } }],
    ['aws_ecs_task_definition', { container_definitions: JSON.stringify([{ environment: [{ value: URL }] }]) }],
    ['aws_elastic_beanstalk_environment', { setting: [{ name: 'URL', value: URL }] }],
    ['aws_lambda_function', { environment: [{ variables: { URL } }] }],
    ['aws_s3_object', { content: `url: ${URL}` }],
    ['helm_release', { values: [`url: ${URL}`] }],
    ['helm_release', { set: [{ name: 'url', value: URL }] }],
    ['helm_release', { set_sensitive: [{ name: 'url', value: URL }] }],
    ['kubernetes_manifest', { manifest: { data: { url: URL } } }],
    ...['cron_job', 'cron_job_v1', 'daemon_set_v1', 'daemonset', 'deployment', 'deployment_v1']
      .concat('stateful_set', 'stateful_set_v1')
      .map((workload) => [`kubernetes_${workload}`, { spec: [{ env: [{ value: URL }] }] }] as const),
  ];

  const plansOf = (...plans: Changes[]) =>
    reviewPlans(
      plans.map((changes, index) => ({
        name: `s${index}`,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    );

  it.each(CLIENTS)('is named, also in another stack: %s %j', (type, before) => {
    const client: Changes = { [`${type}.app`]: { action: 'no-op', before } };
    const linesIn = (...plans: Changes[]) =>
      plansOf(...plans).flatMap(({ findings }) => findings.flatMap(({ details }) => details.map(plainText)));
    expect(linesIn({ ...GOES, ...client })).toEqual([`keeps the old endpoints: ${type}.app`]);
    expect(linesIn(GOES, client)).toEqual([`keeps the old endpoints: ${type}.app (stack s1)`]);
    const deleted: Changes = { 'aws_mq_broker.orders': { action: 'delete', before: ENDPOINTS } };
    expect(linesIn({ ...deleted, ...client })).toEqual([`keeps the old endpoints: ${type}.app`]);
    expect(linesIn(deleted, client)).toEqual([`keeps the old endpoints: ${type}.app (stack s1)`]);
  });

  it('is nothing that others find a broker by', () => {
    const gone = CLIENTS.map(([type, before], index): [string, Changes['']] => [
      `${type}.x${index}`,
      { action: 'delete', before },
    ]);
    expect(foundIn({ ...STAYS, ...Object.fromEntries(gone) })).toEqual([]);
  });

  it('is not named for what is left of an older replacement', () => {
    const old: Changes[''] = { action: 'delete', before: ENDPOINTS, more: { deposed: 'a1b2' } };
    const client: Changes[''] = { action: 'no-op', before: { environment: [{ variables: { URL } }] } };
    const plans: Changes[] = [{ 'aws_mq_broker.orders': old }, { 'aws_lambda_function.app': client }];
    const found = plansOf(...plans).flatMap(({ findings }) => findings.map(({ code, details }) => [code, details]));
    expect(found).toEqual([['broker-deposed-deleted', []]]);
  });

  it('is not named for a broker that only has to move', () => {
    const { id, arn, instances, ...created } = ENDPOINTS;
    const moves: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: { ...ENDPOINTS, id, arn, instances } },
      'aws_mq_broker.renamed': { action: 'create', after: created },
      'aws_lambda_function.app': { action: 'no-op', before: { environment: [{ variables: { URL } }] } },
    };
    const [{ details }] = reviewOf(planByHand(moves)).findings;
    expect(details.map(plainText)).toEqual(['moved from aws_mq_broker.orders to aws_mq_broker.renamed']);
  });
});

it.each<[string, string, Changes[''], number | undefined]>([
  ['what it was, where it gets another one', 'aws_route53_record', { before: RECORD, after: { ttl: 60 } }, 300],
  ['none, where the record is new', 'aws_route53_record', { action: 'create', after: { ttl: 60 } }, undefined],
  ['none, where 1 stands for a time of its own', 'cloudflare_record', { before: { ttl: 1 } }, undefined],
])('the TTL of what takes the new endpoints is %s', (_, type, change, seconds) => {
  const taker = { ...change, unknown: { records: true }, references: { records: ['aws_mq_broker.orders.instances'] } };
  const [finding] = reviewOf(planByHand({ ...GOES, [`${type}.mq`]: taker })).findings;
  const ttl = seconds === undefined ? '' : ` (clients may use the old address for another ${seconds} seconds, its TTL)`;
  expect(finding.details.map(plainText)).toEqual([`takes the new endpoints in this apply: ${type}.mq${ttl}`]);
});

it('what follows one of several brokers follows the broker of its own key', () => {
  const broker = (key: string): Changes => ({
    [`aws_mq_broker.b["${key}"]`]: { action: 'replace', before: { ...BROKER, id: key }, forcedBy: ['subnet_ids'] },
  });
  const parameter: Changes[''] = { action: 'create', references: { value: ['aws_mq_broker.b', 'each.key'] } };
  const { findings } = reviewOf(
    planByHand({
      ...broker('x'),
      ...broker('y'),
      'aws_ssm_parameter.p["x"]': parameter,
      'aws_ssm_parameter.p["y"]': parameter,
    }),
  );
  const takers = findings.map(({ address, details }) => [
    address,
    details.map(plainText).filter((line) => line.startsWith('takes')),
  ]);
  expect(Object.fromEntries(takers.filter(([, lines]) => lines.length > 0))).toEqual({
    'aws_mq_broker.b["x"]': ['takes the new endpoints in this apply: aws_ssm_parameter.p["x"]'],
    'aws_mq_broker.b["y"]': ['takes the new endpoints in this apply: aws_ssm_parameter.p["y"]'],
  });
});

const BALANCER = 'mq-0a1b.elb.eu-west-1.amazonaws.com';
/** A load balancer in front of the broker, which leads to it by its address. */
const BALANCED: Changes = {
  'aws_lb_target_group_attachment.t': {
    action: 'no-op',
    before: { target_id: '10.0.0.10', target_group_arn: 'arn:group' },
  },
  'aws_lb_listener.l': {
    action: 'no-op',
    before: {
      arn: 'arn:listener',
      load_balancer_arn: 'arn:balancer',
      default_action: [{ type: 'forward', target_group_arn: 'arn:group' }],
    },
  },
  'aws_lb.n': { action: 'no-op', before: { arn: 'arn:balancer', dns_name: BALANCER } },
};

describe('what leads to a broker that stays', () => {
  const lost = (address: string, noun: string, how: string) =>
    `warning cut-off follower-removed ${address}: ${address}, ${noun} that leads to aws_mq_broker.orders, ${how}, and the broker stays: whoever uses it loses the broker.`;
  it.each<[string, Changes, string[]]>([
    [
      'a DNS record is deleted',
      { 'aws_route53_record.mq': { action: 'delete', before: RECORD } },
      [lost('aws_route53_record.mq', 'a DNS record', 'is deleted')],
    ],
    [
      'a DNS record with its full name is deleted',
      { 'aws_route53_record.mq': { action: 'delete', before: { records: [`${HOST.toUpperCase()}.`] } } },
      [lost('aws_route53_record.mq', 'a DNS record', 'is deleted')],
    ],
    [
      'a DNS record gets another value',
      { 'aws_route53_record.mq': { before: RECORD, after: { records: ['elsewhere.example'] } } },
      [lost('aws_route53_record.mq', 'a DNS record', 'leads elsewhere')],
    ],
    [
      'the target of a load balancer is deleted',
      { 'aws_lb_target_group_attachment.t': { action: 'delete', before: { target_id: '10.0.0.10', port: 61617 } } },
      [lost('aws_lb_target_group_attachment.t', 'a load balancer target', 'is deleted')],
    ],
    [
      'an event source mapping is deleted',
      { 'aws_lambda_event_source_mapping.m': { action: 'delete', before: { event_source_arn: BROKER.arn } } },
      [lost('aws_lambda_event_source_mapping.m', 'an event source mapping', 'is deleted')],
    ],
    [
      'an event source mapping is switched off',
      {
        'aws_lambda_event_source_mapping.m': {
          before: { event_source_arn: BROKER.arn, enabled: true },
          after: { enabled: false },
        },
      },
      [lost('aws_lambda_event_source_mapping.m', 'an event source mapping', 'is switched off')],
    ],
    [
      'a pipe is stopped',
      {
        'aws_pipes_pipe.p': {
          before: { source: BROKER.arn, desired_state: 'RUNNING' },
          after: { desired_state: 'STOPPED' },
        },
      },
      [lost('aws_pipes_pipe.p', 'a pipe', 'is switched off')],
    ],
    [
      'the listener of a load balancer in front of it is deleted',
      { ...BALANCED, 'aws_lb_listener.l': { ...BALANCED['aws_lb_listener.l'], action: 'delete' } },
      [lost('aws_lb_listener.l', 'a load balancer listener', 'is deleted')],
    ],
    [
      'the target group of a load balancer in front of it is deleted',
      { ...BALANCED, 'aws_lb_target_group.g': { action: 'delete', before: { arn: 'arn:group' } } },
      [lost('aws_lb_target_group.g', 'a load balancer target group', 'is deleted')],
    ],
    [
      'the endpoint service of the load balancer in front of it is deleted',
      {
        ...BALANCED,
        'aws_vpc_endpoint_service.s': { action: 'delete', before: { network_load_balancer_arns: ['arn:balancer'] } },
      },
      [lost('aws_vpc_endpoint_service.s', 'an endpoint service', 'is deleted')],
    ],
    [
      'the accelerator of the load balancer in front of it leads elsewhere',
      {
        ...BALANCED,
        'aws_globalaccelerator_endpoint_group.a': {
          before: { endpoint_configuration: [{ endpoint_id: 'arn:balancer' }] },
          after: { endpoint_configuration: [{ endpoint_id: 'arn:other' }] },
        },
      },
      [lost('aws_globalaccelerator_endpoint_group.a', 'an accelerator endpoint', 'leads elsewhere')],
    ],
    [
      'the load balancer in front of it is deleted',
      { ...BALANCED, 'aws_lb.n': { ...BALANCED['aws_lb.n'], action: 'delete' } },
      [lost('aws_lb.n', 'a load balancer', 'is deleted')],
    ],
    [
      'the name of the load balancer in front of it is deleted',
      {
        ...BALANCED,
        'aws_route53_record.mq': {
          action: 'delete',
          before: { alias: [{ name: `dualstack.${BALANCER}`, zone_id: 'Z1' }] },
        },
      },
      [lost('aws_route53_record.mq', 'a DNS record', 'is deleted')],
    ],
    [
      'a load balancer in front of it changes',
      { ...BALANCED, 'aws_lb.n': { ...BALANCED['aws_lb.n'], action: 'update', after: { idle_timeout: 60 } } },
      [],
    ],
    [
      'a document no longer has a network connector to it',
      {
        'aws_mq_configuration.c': {
          action: 'delete',
          before: { data: `<broker uri="static:(ssl://${HOST}:61617)"/>` },
        },
      },
      [
        'warning delete configuration-deleted aws_mq_configuration.c: aws_mq_configuration.c is deleted. The AWS provider before April 2026 only forgets it: it stays in the account. A configuration contains no messages.',
      ],
    ],
    [
      'a DNS record gets another name',
      {
        'aws_route53_record.mq': {
          action: 'replace',
          before: { ...RECORD, zone_id: 'Z1', name: 'mq.internal' },
          after: { name: 'broker.internal' },
        },
      },
      [lost('aws_route53_record.mq', 'a DNS record', 'changes its name')],
    ],
    [
      'a parameter with an endpoint gets another name',
      {
        'aws_ssm_parameter.url': {
          action: 'replace',
          before: { name: '/mq/url', value: `ssl://${HOST}:61617` },
          after: { name: '/mq/endpoint' },
        },
      },
      [lost('aws_ssm_parameter.url', 'a parameter', 'changes its name')],
    ],
    [
      'the listener of a load balancer in front of it gets another port',
      {
        ...BALANCED,
        'aws_lb_listener.l': {
          before: { ...BALANCED['aws_lb_listener.l'].before, port: 61617 },
          after: { port: 5671 },
        },
      },
      [lost('aws_lb_listener.l', 'a load balancer listener', 'changes its port')],
    ],
    [
      'the load balancer in front of it is replaced, and with it its listener',
      {
        ...BALANCED,
        'aws_lb_listener.l': {
          ...BALANCED['aws_lb_listener.l'],
          action: 'replace',
          after: { load_balancer_arn: undefined },
          unknown: { load_balancer_arn: true },
        },
        'aws_lb.n': {
          ...BALANCED['aws_lb.n'],
          action: 'replace',
          after: { arn: undefined, dns_name: undefined },
          unknown: { arn: true, dns_name: true },
        },
      },
      [lost('aws_lb.n', 'a load balancer', 'changes its dns_name')],
    ],
    [
      'a DNS record moves to another address',
      {
        'aws_route53_record.old': { action: 'delete', before: { ...RECORD, zone_id: 'Z1', name: 'mq.internal' } },
        'aws_route53_record.new': { action: 'create', after: { ...RECORD, zone_id: 'Z1', name: 'mq.internal' } },
      },
      [],
    ],
    [
      'a DNS record moves to another address, and its value is known only after the apply',
      {
        'aws_route53_record.old': { action: 'delete', before: { ...RECORD, zone_id: 'Z1', name: 'mq.internal' } },
        'aws_route53_record.new': {
          action: 'create',
          after: { zone_id: 'Z1', name: 'mq.internal' },
          unknown: { records: true },
        },
      },
      [],
    ],
    [
      'a DNS record goes, and a new one of its name leads elsewhere',
      {
        'aws_route53_record.old': { action: 'delete', before: { ...RECORD, zone_id: 'Z1', name: 'mq.internal' } },
        'aws_route53_record.new': {
          action: 'create',
          after: { records: ['db.example'], zone_id: 'Z1', name: 'mq.internal' },
        },
      },
      [lost('aws_route53_record.old', 'a DNS record', 'is deleted')],
    ],
    [
      'a DNS record goes, and there is a new one in another zone',
      {
        'aws_route53_record.old': { action: 'delete', before: { ...RECORD, zone_id: 'Z1', name: 'mq.internal' } },
        'aws_route53_record.new': { action: 'create', after: { ...RECORD, zone_id: 'Z2', name: 'mq.internal' } },
      },
      [lost('aws_route53_record.old', 'a DNS record', 'is deleted')],
    ],
    [
      'the mapping of one function is deleted, and that of another one is new',
      {
        'aws_lambda_event_source_mapping.a': {
          action: 'delete',
          before: { event_source_arn: BROKER.arn, function_name: 'a', queues: ['q'] },
        },
        'aws_lambda_event_source_mapping.b': {
          action: 'create',
          after: { event_source_arn: BROKER.arn, function_name: 'b', queues: ['q'] },
        },
      },
      [lost('aws_lambda_event_source_mapping.a', 'an event source mapping', 'is deleted')],
    ],
    [
      'the mapping of a function gets another version of it',
      {
        'aws_lambda_event_source_mapping.m': {
          before: { event_source_arn: BROKER.arn, function_name: 'f:1' },
          after: { function_name: 'f:2' },
        },
      },
      [],
    ],
    [
      'a trigger that was off before gets another batch size',
      {
        'aws_lambda_event_source_mapping.m': {
          before: { event_source_arn: BROKER.arn, enabled: false, batch_size: 10 },
          after: { batch_size: 20 },
        },
      },
      [],
    ],
    ['a DNS record gets another TTL', { 'aws_route53_record.mq': { before: RECORD, after: { ttl: 60 } } }, []],
    [
      'a DNS record gets a value that is known only after the apply',
      { 'aws_route53_record.mq': { before: RECORD, after: { records: undefined }, unknown: { records: true } } },
      [],
    ],
    [
      'a Kubernetes service without an external name is deleted, and the broker has no address either',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...ENDPOINTS, instances: [{ ip_address: '' }] } },
        'kubernetes_service.web': { action: 'delete', before: { spec: [{ external_name: '' }] } },
      },
      [],
    ],
    [
      'a DNS record of something else is deleted',
      { 'aws_route53_record.mq': { action: 'delete', before: { records: ['db.example'] } } },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(foundIn({ ...STAYS, ...changes })).toEqual(expected);
  });
});

/** A kind of resource that leads to a broker: where, by which names clients find it, and what else makes two of them the same. */
interface Kind {
  readonly noun: string;
  readonly types: readonly string[];
  readonly leadsBy: Readonly<Record<string, unknown>>;
  readonly foundBy?: readonly string[];
  readonly sameBy?: readonly string[];
  /** What AWS names anew where it is replaced. */
  readonly givenName?: string;
}

const SERVICE = 'com.amazonaws.vpce.eu-west-1.vpce-svc-1';
const ENTRIES = [{ dns_name: 'vpce-1.vpce-svc-1.vpce.amazonaws.com', hosted_zone_id: 'Z38GZ743OKFT7T' }];
/** Behind the broker's load balancer, an endpoint service and an endpoint; beside it, a DNS zone with a record of the broker. */
const ON_THE_WAY: Changes = {
  ...BALANCED,
  'aws_vpc_endpoint_service.on_the_way': {
    action: 'no-op',
    before: { network_load_balancer_arns: ['arn:balancer'], id: 'vpce-svc-1', service_name: SERVICE },
  },
  'aws_vpc_endpoint.on_the_way': { action: 'no-op', before: { service_name: SERVICE, dns_entry: ENTRIES } },
  'aws_route53_record.on_the_way': { action: 'no-op', before: { ...RECORD, zone_id: 'Z0123456789ABCDEFGHIJ' } },
};
const URL = `failover:(ssl://${HOST}:61617)`;
const KINDS: readonly Kind[] = [
  { noun: 'a load balancer', types: ['aws_lb', 'aws_alb'], leadsBy: { arn: 'arn:balancer' }, givenName: 'dns_name' },
  {
    noun: 'a load balancer listener',
    types: ['aws_lb_listener', 'aws_alb_listener'],
    leadsBy: { default_action: [{ target_group_arn: 'arn:group' }] },
    foundBy: ['load_balancer_arn', 'port'],
  },
  {
    noun: 'a load balancer target group',
    types: ['aws_lb_target_group', 'aws_alb_target_group'],
    leadsBy: { arn: 'arn:group' },
  },
  {
    noun: 'a load balancer target',
    types: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'],
    leadsBy: { target_id: '10.0.0.10' },
    foundBy: ['target_group_arn', 'port'],
  },
  {
    noun: 'a configuration of AppConfig',
    types: ['aws_appconfig_hosted_configuration_version'],
    leadsBy: { content: `broker: ${URL}` },
  },
  {
    noun: 'an accelerator endpoint',
    types: ['aws_globalaccelerator_endpoint_group'],
    leadsBy: { endpoint_configuration: [{ endpoint_id: 'arn:balancer' }] },
  },
  {
    noun: 'an event source mapping',
    types: ['aws_lambda_event_source_mapping'],
    leadsBy: { event_source_arn: BROKER.arn },
    sameBy: ['function_name', 'queues'],
  },
  {
    noun: 'a pipe',
    types: ['aws_pipes_pipe'],
    leadsBy: { source: BROKER.arn, target: BROKER.arn },
    sameBy: ['name'],
  },
  {
    noun: 'a DNS record',
    types: ['aws_route53_record'],
    leadsBy: { records: [`${HOST}.`], alias: [{ name: `dualstack.${BALANCER}.` }, { name: ENTRIES[0].dns_name }] },
    foundBy: ['zone_id', 'name'],
  },
  {
    noun: 'a secret version',
    types: ['aws_secretsmanager_secret_version'],
    leadsBy: { secret_string: JSON.stringify({ url: URL }) },
    foundBy: ['secret_id'],
  },
  {
    noun: 'a service discovery instance',
    types: ['aws_service_discovery_instance'],
    leadsBy: { attributes: { AWS_INSTANCE_CNAME: HOST } },
    foundBy: ['service_id'],
  },
  {
    noun: 'a parameter',
    types: ['aws_ssm_parameter'],
    leadsBy: { value: URL, insecure_value: URL },
    foundBy: ['name'],
  },
  {
    noun: 'a DNS zone',
    types: ['aws_route53_zone'],
    leadsBy: { zone_id: 'Z0123456789ABCDEFGHIJ' },
    givenName: 'zone_id',
  },
  {
    noun: 'the association of a VPC with a DNS zone',
    types: ['aws_route53_zone_association'],
    leadsBy: { zone_id: 'Z0123456789ABCDEFGHIJ' },
    sameBy: ['vpc_id'],
  },
  { noun: 'a VPC endpoint', types: ['aws_vpc_endpoint'], leadsBy: { service_name: SERVICE }, givenName: 'dns_entry' },
  {
    noun: 'an accepted VPC endpoint',
    types: ['aws_vpc_endpoint_connection_accepter'],
    leadsBy: { vpc_endpoint_service_id: 'vpce-svc-1' },
    sameBy: ['vpc_endpoint_id'],
  },
  {
    noun: 'an endpoint service',
    types: ['aws_vpc_endpoint_service'],
    leadsBy: { network_load_balancer_arns: ['arn:balancer'] },
    givenName: 'service_name',
  },
  {
    noun: 'a principal that may use an endpoint service',
    types: ['aws_vpc_endpoint_service_allowed_principal'],
    leadsBy: { vpc_endpoint_service_id: 'vpce-svc-1' },
    sameBy: ['principal_arn'],
  },
  {
    noun: 'a DNS record',
    types: ['cloudflare_dns_record', 'cloudflare_record'],
    leadsBy: { content: HOST, value: HOST },
    foundBy: ['zone_id', 'name'],
  },
  {
    noun: 'a DNS record',
    types: ['google_dns_record_set'],
    leadsBy: { rrdatas: [`${HOST}.`] },
    foundBy: ['managed_zone', 'name'],
  },
  {
    noun: 'a config map',
    types: ['kubernetes_config_map', 'kubernetes_config_map_v1'],
    leadsBy: { data: { url: URL } },
  },
  {
    noun: 'a Kubernetes secret',
    types: ['kubernetes_secret', 'kubernetes_secret_v1'],
    leadsBy: { data: { url: URL } },
  },
  {
    noun: 'a Kubernetes service',
    types: ['kubernetes_service', 'kubernetes_service_v1'],
    leadsBy: { spec: [{ external_name: HOST }] },
  },
  {
    noun: 'a secret of Vault',
    types: ['vault_generic_secret', 'vault_kv_secret_v2'],
    leadsBy: { data_json: JSON.stringify({ url: URL }) },
  },
];

describe('each kind of resource that leads to a broker that stays', () => {
  const removed = (changes: Changes) =>
    foundIn({ ...STAYS, ...ON_THE_WAY, ...changes }).filter((line) => line.includes('follower-removed'));
  const lost = (type: string, noun: string, how: string) => [
    `warning cut-off follower-removed ${type}.x: ${type}.x, ${noun} that leads to aws_mq_broker.orders, ${how}, and the broker stays: whoever uses it loses the broker.`,
  ];
  /** Each type with each of some arguments, and with values for what leads to the broker and for its names. */
  const each = (argumentsOf: (kind: Kind) => readonly string[]) =>
    KINDS.flatMap((kind) => {
      const names = [...(kind.foundBy ?? []), ...(kind.sameBy ?? [])];
      const before = { ...kind.leadsBy, ...Object.fromEntries(names.map((name) => [name, `old ${name}`])) };
      return kind.types.flatMap((type) =>
        argumentsOf(kind).map((argument) => [type, argument, kind.noun, before] as const),
      );
    });

  it.each(each(({ leadsBy }) => Object.keys(leadsBy)))(
    'is reported if it is deleted: %s.%s',
    (type, argument, noun, before) => {
      const gone = { [argument]: before[argument as keyof typeof before] };
      expect(removed({ [`${type}.x`]: { action: 'delete', before: gone } })).toEqual(lost(type, noun, 'is deleted'));
    },
  );

  it.each(each(({ foundBy = [] }) => foundBy))(
    'is reported if clients no longer find it: %s.%s',
    (type, argument, noun, before) => {
      expect(removed({ [`${type}.x`]: { before, after: { [argument]: 'new' } } })).toEqual(
        lost(type, noun, `changes its ${argument}`),
      );
    },
  );

  it.each(each(({ givenName }) => (givenName === undefined ? [] : [givenName])))(
    'is reported if AWS gives it another name: %s.%s',
    (type, argument, noun, before) => {
      expect(removed({ [`${type}.x`]: { action: 'replace', before } })).toEqual(
        lost(type, noun, `changes its ${argument}`),
      );
      expect(removed({ [`${type}.x`]: { before, after: { tags: { a: 'b' } } } })).toEqual([]);
    },
  );

  it.each(each(({ foundBy = [], sameBy = [] }) => [...foundBy, ...sameBy]))(
    'moves to another address without a loss, with the same %s.%s only',
    (type, argument, noun, before) => {
      const gone: Changes = { [`${type}.x`]: { action: 'delete', before } };
      const moved = (after: object) => removed({ ...gone, [`${type}.y`]: { action: 'create', after } });
      expect(moved(before)).toEqual([]);
      expect(moved({ ...before, [argument]: 'new' })).toEqual(lost(type, noun, 'is deleted'));
    },
  );

  it('is not one that has only the zone of all endpoints of a region in common with it', () => {
    const alias = (name: string) => [{ name, zone_id: ENTRIES[0].hosted_zone_id }];
    const record = (name: string): Changes => ({
      'aws_route53_record.x': { action: 'delete', before: { alias: alias(name) } },
    });
    expect(removed(record('other.example'))).toEqual([]);
    expect(removed(record(ENTRIES[0].dns_name.toUpperCase()))).toEqual(
      lost('aws_route53_record', 'a DNS record', 'is deleted'),
    );
  });
});

describe('an output that leads to a broker that stays', () => {
  it.each<[string, object, string[]]>([
    ['is deleted', { actions: ['delete'], before: `ssl://${HOST}:61617`, after: null }, ['is deleted']],
    [
      'leads elsewhere',
      { actions: ['update'], before: { url: HOST }, after: { url: 'db.example' } },
      ['leads elsewhere'],
    ],
    ['is written differently', { actions: ['update'], before: HOST, after: `ssl://${HOST}:61617` }, []],
    ['is known only after the apply', { actions: ['update'], before: HOST, after_unknown: true }, []],
    ['leads to something else', { actions: ['delete'], before: 'db.example', after: null }, []],
  ])('%s', (_, change, how) => {
    expect(foundIn(STAYS, { output_changes: { url: change } })).toEqual(
      how.map(
        (goes) =>
          `warning cut-off follower-removed output.url: output.url, an output that leads to aws_mq_broker.orders, ${goes}, and the broker stays: whoever uses it loses the broker.`,
      ),
    );
  });
});

describe('the instances of an active/standby broker', () => {
  const uses = (...references: string[]): Changes => ({
    'aws_ssm_parameter.url': { action: 'create', references: { value: references } },
  });
  const first = (changes: Changes) =>
    foundIn({ ...STAYS, ...changes }).filter((line) => line.includes('first-instance-only'));

  const said = (index: number, to: string) =>
    `warning cut-off first-instance-only aws_mq_broker.orders: Of the two instances of aws_mq_broker.orders, only instances[${index}] is handed on: to ${to}. After a failover the other instance serves, and these clients do not find it.`;

  it.each([0, 1])('are handed on as one, which is number %i', (index) => {
    expect(first(uses(`aws_mq_broker.orders.instances[${index}].endpoints[0]`))).toEqual([
      said(index, 'aws_ssm_parameter.url'),
    ]);
  });

  it.each([
    ['as one', [0], ['data.aws_mq_broker.orders']],
    ['as two', [0, 1], []],
  ])('are handed on %s from a data source', (_, indexes, expected) => {
    const references = indexes.flatMap((index) => [
      `data.aws_mq_broker.orders.instances[${index}].endpoints[0]`,
      'data.aws_mq_broker.orders',
    ]);
    const source = { mode: 'data', type: 'aws_mq_broker', name: 'orders', address: 'data.aws_mq_broker.orders' };
    const parameter = { mode: 'managed', type: 'aws_ssm_parameter', name: 'url', address: 'aws_ssm_parameter.url' };
    const { findings } = reviewOf(
      planByHand(uses(), {
        prior_state: { values: { root_module: { resources: [{ ...source, values: ENDPOINTS }] } } },
        configuration: {
          root_module: {
            resources: [
              { ...source, expressions: { broker_name: { constant_value: 'orders' } } },
              { ...parameter, expressions: { value: { references } } },
            ],
          },
        },
      }),
    );
    expect(findings.map(({ code, address }) => [code, address])).toEqual(
      expected.map((address) => ['first-instance-only', address]),
    );
  });

  it('are handed on as one beside the name of the broker', () => {
    const changes = uses('aws_mq_broker.orders.instances[0].endpoints[0]', 'aws_mq_broker.orders.broker_name');
    expect(first(changes)).toHaveLength(1);
  });

  it.each([
    ['as one', 'instances[0]', [' is handed on: to output.url and output.second.']],
    ['as two', 'instances[1]', []],
  ])('are handed on %s by outputs alone', (_, second, expected) => {
    const expression = (instance: string) => ({
      expression: { references: [`aws_mq_broker.orders.${instance}.endpoints`, 'aws_mq_broker.orders'] },
    });
    const found = foundIn(STAYS, {
      output_changes: { url: { actions: ['create'] }, second: { actions: ['create'] } },
      configuration: {
        root_module: {
          resources: [{ address: 'aws_mq_broker.orders', type: 'aws_mq_broker', name: 'orders' }],
          outputs: { url: expression('instances[0]'), second: expression(second) },
        },
      },
    });
    expect(found.map((line) => / is handed on: [^.]*\.[^.]*\.[^.]*\./.exec(line)?.[0])).toEqual(expected);
  });

  it.each<[string, Changes, string[], string[]]>([
    ['one, in an output that is new', STAYS, ['create'], [said(0, 'output.url')]],
    ['one, in an output that was there before', STAYS, ['no-op'], []],
    ['one, of a broker that goes', { 'aws_mq_broker.orders': { action: 'delete', before: ENDPOINTS } }, ['update'], []],
  ])('are handed on as %s', (_, broker, actions, expected) => {
    const plan = planByHand(broker, { output_changes: { url: { actions } } });
    const root = plan.configuration.root_module as Record<string, unknown>;
    root.outputs = { url: { expression: { references: ['aws_mq_broker.orders.instances[0].endpoints[0]'] } } };
    const found = reviewOf(plan).findings.filter(({ code }) => code === 'first-instance-only');
    expect(
      found.map(
        ({ severity, effect, code, address, message }) =>
          `${severity} ${effect} ${code} ${address}: ${plainText(message)}`,
      ),
    ).toEqual(expected);
  });

  it.each<[string, Changes]>([
    [
      'handed on as two',
      uses('aws_mq_broker.orders.instances[0].endpoints', 'aws_mq_broker.orders.instances[1].endpoints'),
    ],
    ['handed on as a list', uses('aws_mq_broker.orders.instances')],
    ['not handed on, but the ARN of the broker is', uses('aws_mq_broker.orders.arn')],
    [
      'handed on as one by what the plan deletes, although it is written',
      {
        'aws_ssm_parameter.url': {
          action: 'delete',
          references: { value: ['aws_mq_broker.orders.instances[0].endpoints'] },
        },
      },
    ],
    [
      'handed on as two by two resources, one of which the plan leaves alone',
      {
        ...uses('aws_mq_broker.orders.instances[0].endpoints'),
        'aws_ssm_parameter.second': {
          action: 'no-op',
          references: { value: ['aws_mq_broker.orders.instances[1].endpoints'] },
        },
      },
    ],
    [
      'one of a single-instance broker',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: BROKER },
        ...uses('aws_mq_broker.orders.instances[0].endpoints'),
      },
    ],
    [
      'handed on as one by what the plan leaves alone',
      {
        'aws_ssm_parameter.url': {
          action: 'no-op',
          references: { value: ['aws_mq_broker.orders.instances[0].endpoints'] },
        },
      },
    ],
  ])('are %s', (_, changes) => {
    expect(first(changes)).toEqual([]);
  });
});
