import { argumentOfFact } from '../../amazon-mq/argument-of-fact';
import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../amazon-mq/arguments';
import { type BrokerChange, type BrokerFacts } from '../../amazon-mq/broker-facts';
import { brokerFactsOf, configurationFactsOf } from '../../amazon-mq/facts-of-arguments';
import { BROKER_REJECTIONS } from '../../amazon-mq/rejections/broker-rejections';
import { BROKER_CHANGE_REJECTIONS } from '../../amazon-mq/rejections/changes';
import { CONFIGURATION_REJECTIONS } from '../../amazon-mq/rejections/configuration-rejections';
import { rejectionsOf } from '../../amazon-mq/rejections/rejection';
import { type Finding, inTermsOf, judge } from '../../rules/rule';
import { type Arguments } from '../../util/arguments';
import { compareText } from '../../util/compare';
import { textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { joinSentences, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { rejectionCode, REJECTIONS_BY_CODE } from '../findings/rejection-kinds';
import { argumentsAfter, argumentsBefore } from '../plan/planned-arguments';
import { type PlannedChange } from '../plan/planned-change';
import { isRabbitMq } from '../plan/reachability/ports';
import { type Stack } from './stack';

/** Reports what Amazon MQ, AWS or the provider rejects about a planned broker; a value that is not known yet is not judged. */
export function reviewBrokerRejections(stack: Stack, broker: PlannedChange): void {
  if (!broker.changes || broker.action === 'forget') return;
  const ofChange = judge(BROKER_CHANGE_REJECTIONS, changeOf(broker));
  for (const finding of ofChange) report(stack, broker, finding);
  if (broker.onlyDestroyed) return;
  reportNew(stack, broker, (values) => newFindings(broker, factsAfter(stack, broker, values)));
}

/** Reports what is rejected about a planned configuration beside its document. */
export function reviewConfigurationRejections(stack: Stack, configuration: PlannedChange): void {
  if (!configuration.creates && configuration.action !== 'update') return;
  const namesake = namesakeOf(stack, configuration, 'name');
  const before = configurationFactsOf(argumentsBefore(configuration));
  reportNew(stack, configuration, (values) => {
    const facts = { ...configurationFactsOf(values), namesake };
    const rejections = rejectionsOf(CONFIGURATION_REJECTIONS, facts.engine);
    const found = judge(rejections, facts);
    return configuration.creates ? found : without(judge(rejections, before), found);
  });
}

/** Reports what is newly found: about what the apply makes of a resource, and about what the provider does not send. */
function reportNew(stack: Stack, change: PlannedChange, newlyFoundIn: (values: Arguments) => readonly Finding[]): void {
  const found = newlyFoundIn(argumentsInEffect(change));
  for (const finding of found) report(stack, change, finding);
  if (unsentOf(change).length === 0) return;
  const codes = new Set(found.map(({ code }) => code));
  const ofAll = newlyFoundIn(argumentsAfter(change)).filter(({ code }) => !codes.has(code));
  for (const finding of ofAll) report(stack, change, finding, false);
}

/** What is found about a broker after the apply; of an update what is not found about the broker as it runs. */
function newFindings(broker: PlannedChange, after: BrokerFacts): Finding[] {
  const rejections = rejectionsOf(BROKER_REJECTIONS, after.engine);
  const found = judge(rejections, after);
  return broker.creates ? found : without(judge(rejections, brokerFactsOf(argumentsBefore(broker))), found);
}

/** Users, groups and subnets are sets: what is added to one may change the place of what was there. */
function without(known: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const textOfFinding = ({ property, ...rest }: Finding) => JSON.stringify([property.replace(/\[\d+\]/g, '[]'), rest]);
  const left = new Map<string, number>();
  for (const text of known.map(textOfFinding)) left.set(text, (left.get(text) ?? 0) + 1);
  return findings.filter((finding) => {
    const text = textOfFinding(finding);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function changeOf(broker: PlannedChange): BrokerChange {
  const before = brokerFactsOf(argumentsBefore(broker));
  return { before, after: broker.action === 'update' ? brokerFactsOf(argumentsInEffect(broker)) : undefined };
}

function factsAfter(stack: Stack, broker: PlannedChange, values: Arguments): BrokerFacts {
  const facts = brokerFactsOf(values);
  // What an update does not touch, Amazon MQ does not judge again.
  const judgesConfiguration = broker.creates || broker.changed('configuration') || broker.changed('engine_version');
  const configuration = judgesConfiguration
    ? oneOf(stack.referredTo(broker, 'configuration', 'aws_mq_configuration'))
    : undefined;
  const ofConfiguration = configuration && configurationFactsOf(argumentsInEffect(configuration));
  return {
    ...facts,
    namesake: namesakeOf(stack, broker, 'broker_name'),
    availabilityZones: broker.creates ? zonesOf(stack, broker) : undefined,
    internetFacing: broker.creates ? isInternetFacing(stack, broker) : undefined,
    configuration: facts.configuration && {
      ...facts.configuration,
      engineVersion: ofConfiguration?.engineVersion,
      authenticationStrategy: ofConfiguration?.authenticationStrategy,
    },
  };
}

/** The arguments that the provider sends only when it creates a resource. */
const NEVER_UPDATED: Readonly<Record<string, readonly string[]>> = {
  aws_mq_broker: neverUpdated(BROKER_ARGUMENTS),
  aws_mq_configuration: neverUpdated(CONFIGURATION_ARGUMENTS),
};

function neverUpdated(table: Readonly<Record<string, ArgumentEffect>>): string[] {
  const names = Object.keys(table).filter((name) => table[name] === 'no-effect' || table[name] === 'recorded-only');
  return [...new Set(names.map((name) => name.split('.')[0]))];
}

/** The arguments that an update changes and the provider does not send. */
function unsentOf(change: PlannedChange): string[] {
  if (change.action !== 'update') return [];
  const names = [...NEVER_UPDATED[change.type], ...(isRabbitMq(change) ? ['user'] : [])];
  return names.filter((name) => change.changed(name));
}

/** What a resource is after the apply: what the provider does not send stays as it was. */
function argumentsInEffect(change: PlannedChange): Arguments {
  const [before, after] = [argumentsBefore(change), argumentsAfter(change)];
  return { ...after, ...Object.fromEntries(unsentOf(change).map((name) => [name, before[name]])) };
}

/** The Availability Zones of a broker's subnets, where the plan has each of them. */
function zonesOf(stack: Stack, broker: PlannedChange): BrokerFacts['availabilityZones'] {
  const subnets = stack.referredTo(broker, 'subnet_ids', 'aws_subnet');
  const count = broker.isUnknown('subnet_ids') ? subnets.length : [broker.valueAfter('subnet_ids')].flat().length;
  if (subnets.length < 2 || subnets.length !== count) return undefined;
  const zones = subnets.map((subnet) => argumentsAfter(subnet).availability_zone);
  return zones.every((zone) => typeof zone === 'string') ? zones : undefined;
}

/** Whether the VPC of a broker has an internet gateway; known only of a VPC that the plan creates. */
function isInternetFacing(stack: Stack, broker: PlannedChange): boolean | undefined {
  const vpcs = stack
    .referredTo(broker, 'subnet_ids', 'aws_subnet')
    .flatMap((subnet) => stack.referredTo(subnet, 'vpc_id', 'aws_vpc'));
  if (vpcs.length === 0 || !vpcs.every(({ action }) => action === 'create')) return undefined;
  const gateways = stack.ofType('aws_internet_gateway', 'aws_internet_gateway_attachment');
  return gateways.some((gateway) => stack.referredTo(gateway, 'vpc_id', 'aws_vpc').some((vpc) => vpcs.includes(vpc)));
}

function oneOf(changes: readonly PlannedChange[]): PlannedChange | undefined {
  return changes.length === 1 ? changes[0] : undefined;
}

/**
 * What else of the same provider and region has the name when the resource is created: another resource, one that the
 * apply deletes at the same time, or its own predecessor. A configuration keeps its name when Terraform destroys it:
 * providers before April 2026 delete none.
 */
function namesakeOf(stack: Stack, change: PlannedChange, argument: string): string | undefined {
  const name = argumentsAfter(change)[argument];
  if (!change.creates || typeof name !== 'string') return undefined;
  const staysBeside = change.createsFirst || change.type === 'aws_mq_configuration';
  const keepsName = change.destroys && change.before[argument] === name;
  if (keepsName) return staysBeside ? `${change.address} as it is today` : undefined;
  return stack
    .withValue(change.type, argument, name)
    .find(
      (other) =>
        other.provider === change.provider &&
        stack.isSameProvider(other, change) &&
        (other.after.region ?? other.before.region) === change.after.region &&
        (!other.creates || compareText(other.address, change.address) < 0),
    )?.address;
}

const NOUNS: Readonly<Record<string, Phrase>> = {
  aws_mq_broker: ownWords('broker'),
  aws_mq_configuration: ownWords('configuration'),
};

/** Nothing rejects a value that the provider does not send, until another apply creates the resource with it. */
function report(stack: Stack, change: PlannedChange, finding: Finding, isSent = true): void {
  const { property, problem, allowed, remedy } = inTermsOf(finding, argumentOfFact);
  const { severity, reason } = REJECTIONS_BY_CODE.get(finding.code)!;
  const sentEffect = severity === 'error' ? 'fails' : change.creates ? 'create' : 'in-place';
  const got = 'got' in finding ? phrase`: got ${shownValue(finding.got)}` : [];
  stack.findings.add(change, {
    code: rejectionCode(finding.code),
    effect: isSent ? sentEffect : 'no-effect',
    severity: !isSent && severity === 'error' ? 'warning' : severity,
    attributes: [property.split(/[.[]/)[0]],
    message: joinSentences([
      phrase`${property} ${textPhrase(problem)}${got}.`,
      allowed === undefined ? [] : phrase`Allowed: ${textPhrase(allowed)}.`,
      phrase`${textPhrase(sentence(reason))}.`,
      isSent
        ? []
        : phrase`The provider does not send it in an update: only an apply that creates the ${NOUNS[change.type]} fails.`,
    ]),
    remedy: moveRemedy(stack, change, finding.code) ?? phrase`${textPhrase(sentence(remedy))}.`,
  });
}

/** The arguments that name something once. */
const NAME_ARGUMENTS: Readonly<Record<string, string>> = {
  'broker-name-unique': 'broker_name',
  'configuration-name-unique': 'name',
};

/** What has the name and is deleted in the same plan may be the same, under another address. */
function moveRemedy(stack: Stack, change: PlannedChange, code: string): Phrase | undefined {
  const argument = lookup(NAME_ARGUMENTS, code);
  if (argument === undefined) return undefined;
  const gone = stack
    .withValue(change.type, argument, textOf(change.after[argument]) ?? '')
    .find(({ action, deposed }) => action === 'delete' && deposed === undefined);
  if (gone === undefined) return undefined;
  return phrase`If it is the same, add a ${'moved'} block from ${gone.address} to ${change.address}; otherwise choose another name.`;
}

function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text of a rule: what it has in quotation marks may come from the plan and is a literal. */
function textPhrase(text: string): Phrase {
  return text
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) => {
      return index % 2 === 0 ? wordsOfFact(part) : [{ literal: JSON.parse(part) as string }];
    })
    .flat();
}
