import { textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type FindingSeverity } from '../findings/finding-kind';
import { type PlannedChange } from '../plan/planned-change';
import { type LinkedBroker } from '../plan/reachability/linked-brokers';
import { ENDPOINT_TYPES } from '../plan/reachability/network-types';
import { brokersByPlace, namesOf } from './network-brokers';
import { type Run } from './run';

/** A service of AWS that clients in a VPC call through an endpoint. */
interface Service {
  readonly name: Phrase;
  /** What fails without a way to the service. */
  readonly loss: Phrase;
  readonly severity?: FindingSeverity;
  /** The type of what calls it by the ARN of a broker; absent where clients of any broker may. */
  readonly calledBy?: string;
}

const PASSWORD = ownWords('clients cannot read the password of the broker');
const POLLING = {
  loss: ownWords('Lambda cannot read the queues of the broker'),
  calledBy: 'aws_lambda_event_source_mapping',
};
const API: Service = {
  name: ownWords('the API of Amazon MQ'),
  loss: ownWords('nothing in the VPC can manage the broker; its clients connect as before'),
  severity: 'info',
};

/**
 * The services by the end of the name of their endpoint. Brokers themselves are not behind one.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/connect-to-amazonmq.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/process-messages-with-lambda.html
 */
const SERVICES: Readonly<Record<string, Service>> = {
  lambda: { name: ownWords('Lambda'), ...POLLING },
  mq: API,
  'mq-fips': API,
  secretsmanager: { name: ownWords('Secrets Manager'), loss: PASSWORD },
  'secretsmanager-fips': { name: ownWords('Secrets Manager'), loss: PASSWORD },
  ssm: { name: ownWords('Systems Manager'), loss: PASSWORD },
  'ssm-fips': { name: ownWords('Systems Manager'), loss: PASSWORD },
  sts: { name: ownWords('STS'), ...POLLING },
};

/** Reports where the networks of the brokers that stay lose the endpoint of a service that clients call. */
export function reviewEndpoints(run: Run): void {
  if (!run.inventory.changesAny(...ENDPOINT_TYPES)) return;
  const places = brokersByPlace(run);
  for (const change of run.inventory.ofType(...ENDPOINT_TYPES)) {
    const how = howLost(change);
    if (how === undefined) continue;
    for (const endpoint of endpointsOf(run, change)) {
      const service = lookup(SERVICES, textOf(endpoint.before.service_name)?.split('.').at(-1));
      const vpcs = run.inventory.named(endpoint, 'vpc_id', 'before');
      const brokers = vpcs.flatMap((vpc) => places.get(vpc) ?? []).filter((linked) => calls(run, service, linked));
      if (service === undefined || brokers.length === 0) continue;
      run.add(change, {
        code: 'service-endpoint-lost',
        severity: service.severity,
        attributes: change.action === 'update' ? [PRIVATE_DNS] : [],
        message: phrase`${change.address}, the endpoint for ${service.name} in the network of ${namesOf(run, change, brokers)}, ${how}: unless there is another way to ${service.name}, ${service.loss}${change.action === 'replace' ? ownWords(' until the new one works') : []}.`,
        remedy: ownWords('Keep it, or give the subnets another way there first, such as a NAT gateway.'),
      });
    }
  }
}

const PRIVATE_DNS = 'private_dns_enabled';

/** What happens to an endpoint; undefined where clients go on finding it. */
function howLost(change: PlannedChange): Phrase | undefined {
  if (change.switchesOff(PRIVATE_DNS))
    return phrase`switches off ${PRIVATE_DNS} and no longer has the name of the service`;
  // The resource of the private DNS leaves the endpoint as it is when it is destroyed.
  if (!change.destroys || change.type !== 'aws_vpc_endpoint') return undefined;
  return ownWords(change.action === 'replace' ? 'is replaced' : 'is deleted');
}

/** An endpoint, or the one whose private DNS a resource switches. */
function endpointsOf(run: Run, change: PlannedChange): PlannedChange[] {
  if (change.type === 'aws_vpc_endpoint') return [change];
  return run.inventory
    .named(change, 'vpc_endpoint_id', 'before')
    .flatMap((endpoint) => (typeof endpoint === 'string' ? [] : [endpoint]));
}

function calls(run: Run, service: Service | undefined, { broker }: LinkedBroker): boolean {
  if (service?.calledBy === undefined) return true;
  const callers = run.stacks.flatMap((stack) => stack.ofType(service.calledBy!));
  return callers.some(({ before }) => before.event_source_arn === broker.before.arn);
}
