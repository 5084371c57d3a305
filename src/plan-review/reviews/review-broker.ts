import { lookup } from '../../util/lookup';
import { joinSentences, listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Action, type PlannedChange } from '../plan/planned-change';
import { reviewBrokerExposure } from './broker-exposure';
import { reviewBrokerUpdate } from './broker-update';
import { changesAndCauses } from './causes-text';
import { differsInCaseOnly, withEffect } from './changed-arguments';
import { moveLines, moveText } from './move-text';
import { moveOf, successorOf } from './moves';
import { followerLines, leftLines } from './review-followers';
import { reviewBrokerRejections } from './review-rejections';
import { type Stack } from './stack';

/** Says what a plan does to one broker. */
export function reviewBroker(stack: Stack, broker: PlannedChange): void {
  if (broker.deposed !== undefined) return reviewDeposed(stack, broker);
  reviewAddress(stack, broker);
  reviewBrokerRejections(stack, broker);
  reviewBrokerExposure(stack, broker);
  BY_ACTION[broker.action]?.(stack, broker);
}

/** What is unknown to this version, reviewUnknown reports. */
const BY_ACTION: Readonly<Partial<Record<Action, (stack: Stack, broker: PlannedChange) => void>>> = {
  create: reviewCreation,
  replace: reviewReplacement,
  delete: reviewDeletion,
  forget: reviewForgetting,
  update: reviewBrokerUpdate,
};

function reviewDeposed(stack: Stack, broker: PlannedChange): void {
  stack.findings.add(broker, {
    code: 'broker-deposed-deleted',
    message: phrase`The old object of ${broker.address}, left over from a replacement that failed, is deleted: a broker, with the messages it still holds.`,
    remedy: ownWords('See that it is drained before the apply.'),
  });
}

function reviewAddress(stack: Stack, broker: PlannedChange): void {
  if (broker.imported) {
    stack.findings.add(broker, {
      code: 'broker-imported',
      message: phrase`${broker.address} is imported: a running broker comes under Terraform.`,
    });
  }
  if (broker.previousAddress !== undefined) {
    stack.findings.add(broker, {
      code: 'broker-moved',
      message: phrase`${broker.previousAddress} becomes ${broker.address}: the broker itself is not touched by that.`,
    });
  }
}

function reviewCreation(stack: Stack, broker: PlannedChange): void {
  stack.findings.add(broker, {
    code: 'broker-created',
    message: phrase`${broker.address} is created.`,
  });
}

const NEW_BROKER = ownWords('it gets a new id and new endpoints, and the messages of the old one are lost.');
const NEW_BESIDE_OLD = ownWords(
  'Terraform creates a new one, with a new id and new endpoints, and forgets the old one, which goes on with its messages, its cost and its name.',
);

function reviewReplacement(stack: Stack, broker: PlannedChange): void {
  const forcedBy = forcingArguments(broker);
  const causes = stack.causesOf(broker, forcedBy);
  stack.findings.add(broker, {
    code: 'broker-replaced',
    attributes: forcedBy,
    message: joinSentences([
      phrase`${broker.address} is replaced: ${broker.forgetsOld ? NEW_BESIDE_OLD : NEW_BROKER}`,
      whyReplaced(stack, broker, forcedBy),
    ]),
    remedy: replacementRemedy(broker, forcedBy, causes),
    details: followerLines(stack, broker),
    causedBy: causes,
  });
}

/** What Terraform's reasons for a replacement mean. */
const REPLACE_REASONS: Readonly<Record<string, Phrase>> = {
  replace_because_tainted: ownWords('It is marked as tainted.'),
  replace_by_request: phrase`The plan was made with ${'-replace'}.`,
  replace_by_triggers: phrase`Its ${'replace_triggered_by'} names something that changes.`,
};

/** Terraform before 1.0 did not say which arguments force a replacement. */
function forcingArguments(broker: PlannedChange): readonly string[] {
  if (broker.forcedBy.length > 0 || broker.reason !== undefined) return broker.forcedBy;
  return withEffect(broker, 'replace');
}

function whyReplaced(stack: Stack, broker: PlannedChange, forcedBy: readonly string[]): Phrase {
  if (forcedBy.length === 0) return lookup(REPLACE_REASONS, broker.reason) ?? [];
  return phrase`Forced by ${changesAndCauses(stack, broker, forcedBy)}.`;
}

/** Arguments that Amazon MQ gives back in one spelling, whatever was written. */
const ONE_SPELLING: ReadonlySet<string> = new Set(['engine_type', 'deployment_mode']);

function replacementRemedy(
  broker: PlannedChange,
  forcedBy: readonly string[],
  causes: readonly PlannedChange[],
): Phrase {
  const misspelled = forcedBy.filter((argument) => ONE_SPELLING.has(argument) && differsInCaseOnly(broker, argument));
  if (misspelled.length > 0) {
    return phrase`${listOfLiterals(misspelled)} differs in letter case only, and every plan will replace the broker again: write ${String(broker.valueBefore(misspelled[0]))}.`;
  }
  const kept = causes.length > 0 ? causes.map(({ address }) => address) : forcedBy;
  const keep =
    kept.length > 0
      ? phrase`Keep ${listOfLiterals(kept)} as ${ownWords(kept.length === 1 ? 'it is' : 'they are')}; or create`
      : ownWords('Create');
  return phrase`${keep} the new broker beside the old one and move to it, with the construct ${'BrokerMove'} or by hand: move producers, drain the queues, move consumers, and only then delete the old one.`;
}

/** What Terraform's reasons for a deletion mean. */
const DELETE_REASONS: Readonly<Record<string, Phrase>> = {
  delete_because_no_resource_config: ownWords('Its block is gone from the configuration.'),
  delete_because_no_module: ownWords('Its module is gone from the configuration.'),
  delete_because_wrong_repetition: phrase`It now has, or no longer has, ${'count'} or ${'for_each'}, so its address changed.`,
  delete_because_count_index: phrase`Its index is beyond ${'count'}.`,
  delete_because_each_key: phrase`Its key is no longer in ${'for_each'}.`,
  delete_because_no_move_target: phrase`A ${'moved'} block sends it to an address that is not in the configuration.`,
};

function reviewDeletion(stack: Stack, broker: PlannedChange): void {
  const successor = successorOf(stack, broker);
  const move = successor && moveOf(stack, broker, successor);
  stack.findings.add(broker, {
    code: 'broker-deleted',
    message: joinSentences([
      phrase`${broker.address} is deleted, with the messages it holds.`,
      lookup(DELETE_REASONS, broker.reason) ?? [],
    ]),
    remedy:
      move === undefined ? ownWords('Check that it is drained and that no client uses it any more.') : moveText(move),
    details: move === undefined ? leftLines(stack, broker) : moveLines(move),
  });
}

function reviewForgetting(stack: Stack, broker: PlannedChange): void {
  stack.findings.add(broker, {
    code: 'broker-forgotten',
    message: phrase`Terraform forgets ${broker.address}: the broker goes on, with its messages and its cost, and nothing manages it.`,
  });
}
