import { CONFIGURATION_ARGUMENTS, NEWER_ARGUMENTS } from '../../amazon-mq/arguments';
import { joinSentences, listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { causesText } from './causes-text';
import { changedArguments, changesOf } from './changed-arguments';
import { reviewDocument } from './review-document';
import { reviewConfigurationRejections } from './review-rejections';
import { type Stack } from './stack';

/** Says what a plan does to one configuration. Brokers that take it up are reviewed on their own. */
export function reviewConfiguration(stack: Stack, configuration: PlannedChange): void {
  reviewConfigurationRejections(stack, configuration);
  reviewAction(stack, configuration);
  reviewDocument(stack, configuration);
}

function reviewAction(stack: Stack, configuration: PlannedChange): void {
  switch (configuration.action) {
    case 'create':
      return reviewCreation(stack, configuration);
    case 'replace':
      return reviewReplacement(stack, configuration);
    case 'delete':
      return reviewDeletion(stack, configuration);
    case 'forget':
      return reviewForgetting(stack, configuration);
    case 'update':
      return reviewUpdate(stack, configuration);
  }
}

function reviewCreation(stack: Stack, configuration: PlannedChange): void {
  stack.findings.add(configuration, {
    code: 'configuration-created',
    message: phrase`${configuration.address} is created.`,
  });
}

function reviewDeletion(stack: Stack, configuration: PlannedChange): void {
  stack.findings.add(configuration, {
    code: 'configuration-deleted',
    message: phrase`${configuration.address} is deleted. The AWS provider before April 2026 only forgets it: it stays in the account. A configuration contains no messages.`,
    remedy: staying(stack, configuration),
  });
}

function reviewForgetting(stack: Stack, configuration: PlannedChange): void {
  stack.findings.add(configuration, {
    code: 'configuration-forgotten',
    message: phrase`Terraform forgets ${configuration.address}: it stays in the account, and nothing manages it.`,
  });
}

function staying(stack: Stack, configuration: PlannedChange): Phrase {
  const users = stack.brokersOn(configuration).filter(({ action }) => action === 'no-op');
  return users.length === 0
    ? []
    : phrase`${addresses(users)} still ${users.length === 1 ? ownWords('uses it: give it') : ownWords('use it: give them')} another configuration first.`;
}

function addresses(changes: readonly PlannedChange[]): Phrase {
  return listOfLiterals(changes.map(({ address }) => address));
}

function reviewReplacement(stack: Stack, configuration: PlannedChange): void {
  const { address, forcedBy } = configuration;
  stack.findings.add(configuration, {
    code: 'configuration-replaced',
    attributes: forcedBy,
    message: joinSentences([
      phrase`${address} is replaced and gets a new id; a configuration contains no messages.`,
      forcedBy.length === 0
        ? []
        : phrase`Forced by ${changesOf(configuration, forcedBy, stack.secrets)}${causesText(stack, configuration, forcedBy)}.`,
      consequences(stack, configuration),
    ]),
    causedBy: stack.causesOf(configuration, forcedBy),
  });
}

const ARGUMENTS = { ...CONFIGURATION_ARGUMENTS, ...NEWER_ARGUMENTS.aws_mq_configuration };

function reviewUpdate(stack: Stack, configuration: PlannedChange): void {
  const changed = changedArguments(configuration, ARGUMENTS);
  const [ignored, recorded, inPlace] = (['no-effect', 'state', 'in-place'] as const).map((effect) =>
    changed.filter((argument) => ARGUMENTS[argument] === effect),
  );
  if (ignored.length > 0) {
    stack.findings.add(configuration, {
      code: 'configuration-argument-ignored',
      attributes: ignored,
      message: phrase`${configuration.address} is planned to change ${changesOf(configuration, ignored, stack.secrets)}, but the provider sends that only when it creates a configuration: nothing happens, and every plan shows it again.`,
      remedy: ownWords('Take the change back, or create another configuration.'),
    });
  }
  if (recorded.length > 0) {
    stack.findings.add(configuration, {
      code: 'configuration-argument-recorded',
      attributes: recorded,
      message: phrase`${configuration.address} changes ${listOfLiterals(recorded)}, which only Terraform reads: nothing is sent to Amazon MQ.`,
    });
  }
  if (inPlace.length === 0) return;
  const isRevision = inPlace.includes('data') || inPlace.includes('description');
  stack.findings.add(configuration, {
    code: isRevision ? 'configuration-revised' : 'configuration-changed-in-place',
    attributes: inPlace,
    message: isRevision
      ? joinSentences([
          phrase`${configuration.address} gets a new revision: ${changesOf(configuration, inPlace, stack.secrets)} changes${causesText(stack, configuration, inPlace)}.`,
          consequences(stack, configuration),
        ])
      : phrase`${configuration.address} takes ${changesOf(configuration, inPlace, stack.secrets)} in place.`,
    causedBy: stack.causesOf(configuration, inPlace),
  });
}

/** What the brokers that use a configuration do about a new revision or a new id of it. */
function consequences(stack: Stack, configuration: PlannedChange): Phrase {
  const users = stack.brokersOn(configuration).filter((broker) => !stack.plan.unplanned.includes(broker));
  const takers = users.filter((broker) => broker.changes && (!broker.survives || broker.changed('configuration')));
  const others = users.filter((broker) => !takers.includes(broker));
  if (users.length === 0 && !stack.plan.complete) return [];
  if (users.length === 0)
    return ownWords('No broker of this plan uses it; one of another stack takes it when its own revision is set.');
  return joinSentences([
    takers.length === 0 ? [] : phrase`It reaches ${addresses(takers)} with this apply: see there.`,
    others.length === 0
      ? []
      : phrase`${addresses(others)} ${ownWords(others.length === 1 ? 'keeps its' : 'keep their')} revision: ${'configuration.revision'} does not follow ${'latest_revision'}, or ${'ignore_changes'} holds it.`,
  ]);
}
