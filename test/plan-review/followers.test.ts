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
        'aws_ssm_parameter.url': { action: 'no-op', before: { value: `failover:(ssl://${HOST}:61617)` } },
        'aws_route53_record.other': { action: 'no-op', before: { records: ['b-2-1.mq.eu-west-1.amazonaws.com'] } },
      },
      { output_changes: { url: { actions: ['update'] }, other: { actions: ['update'] } } },
    );
    const root = plan.configuration.root_module as Record<string, unknown>;
    root.outputs = {
      url: { expression: { references: ['aws_mq_broker.orders.instances', 'aws_mq_broker.orders'] } },
      other: { expression: { references: ['var.x'] } },
    };
    const [finding] = reviewOf(plan).findings;
    expect(finding.details.map(plainText)).toEqual([
      'takes the new endpoints in this apply: aws_route53_record.mq (clients may use the old address for another 300 seconds, its TTL)',
      'takes the new endpoints in this apply: aws_lambda_event_source_mapping.m',
      'takes the new endpoints in this apply: output url',
      'keeps the old endpoints: aws_ssm_parameter.url',
    ]);
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
    ['a DNS record gets another TTL', { 'aws_route53_record.mq': { before: RECORD, after: { ttl: 60 } } }, []],
    [
      'a DNS record gets a value that is known only after the apply',
      { 'aws_route53_record.mq': { before: RECORD, after: { records: undefined }, unknown: { records: true } } },
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

  it('are handed on as one', () => {
    expect(first(uses('aws_mq_broker.orders.instances[0].endpoints[0]'))).toEqual([
      'warning cut-off first-instance-only aws_mq_broker.orders: Of the two instances of aws_mq_broker.orders, only instances[0] is handed on: to aws_ssm_parameter.url. After a failover the other instance serves, and these clients do not find it.',
    ]);
  });

  it.each<[string, Changes]>([
    [
      'handed on as two',
      uses('aws_mq_broker.orders.instances[0].endpoints', 'aws_mq_broker.orders.instances[1].endpoints'),
    ],
    ['handed on as a list', uses('aws_mq_broker.orders.instances')],
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
