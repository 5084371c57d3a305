import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isRabbitMq } from '../plan/reachability/ports';
import { isLogOn } from './broker-logs';
import { type Stack } from './stack';

/** Reports what makes a broker less safe: public access, no audit log, no key of its own. */
export function reviewBrokerExposure(stack: Stack, broker: PlannedChange): void {
  for (const exposure of [publicAccess(broker), auditLogOff(broker), keyRemoved(broker)]) {
    if (exposure !== undefined) stack.findings.add(broker, exposure);
  }
}

function publicAccess(broker: PlannedChange): Observation | undefined {
  const argument = 'publicly_accessible';
  const unknown = broker.isUnknown(argument);
  if (broker.valueBefore(argument) === true) return undefined;
  if (!unknown && broker.valueAfter(argument) !== true) return undefined;
  return {
    code: 'public-access',
    attributes: [argument],
    message: unknown
      ? phrase`Whether ${broker.address} is public is known only after the apply: at worst its endpoints can be reached from the internet.`
      : phrase`${broker.address} becomes public: its endpoints get public addresses, and ${barrier(broker)}.`,
    remedy: phrase`Set ${'publicly_accessible = false'} and reach it through the VPC, or grant access to single addresses only.`,
  };
}

/** A public RabbitMQ broker cannot have security groups. */
function barrier(broker: PlannedChange): Phrase {
  return isRabbitMq(broker)
    ? ownWords('everyone on the internet can reach them, because a public RabbitMQ broker has no security groups')
    : ownWords('only its security groups keep the internet out');
}

function auditLogOff(broker: PlannedChange): Observation | undefined {
  const argument = 'logs.audit';
  const [before, after] = [broker.valueBefore(argument), broker.valueAfter(argument)];
  if (broker.action === 'delete' || broker.action === 'forget' || !broker.changes) return undefined;
  if (!isLogOn(before) || (!broker.isUnknown(argument) && isLogOn(after))) return undefined;
  return {
    code: 'audit-log-off',
    attributes: [argument],
    message: broker.isUnknown(argument)
      ? phrase`Whether ${broker.address} keeps its audit log is known only after the apply: at worst it is switched off.`
      : phrase`The audit log of ${broker.address} is switched off: who managed the broker is recorded no more.`,
    remedy: phrase`Keep ${'audit = "true"'} in ${'logs'}.`,
  };
}

function keyRemoved(broker: PlannedChange): Observation | undefined {
  const argument = 'encryption_options.kms_key_id';
  const owned = 'encryption_options.use_aws_owned_key';
  if (broker.action !== 'replace' || isUnset(broker.valueBefore(argument))) return undefined;
  const leavesKey = isUnset(broker.valueAfter(argument)) && !broker.isUnknown(argument);
  if (!leavesKey && !(broker.valueBefore(owned) !== true && broker.valueAfter(owned) === true)) return undefined;
  return {
    code: 'encryption-key-removed',
    attributes: [argument],
    message: phrase`${broker.address} is no longer encrypted with your own key, but with one of AWS: you can neither revoke it nor see its use.`,
    remedy: phrase`Keep ${'kms_key_id'}.`,
  };
}
