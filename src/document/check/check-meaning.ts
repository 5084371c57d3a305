import { ownWords, phrase } from '../../util/phrase';
import { type Element } from '../xml/element';
import { checkAuthorization } from './check-authorization';
import { checkCovered } from './check-covered';
import { checkDestinations, checkPatterns } from './check-destinations';
import { checkForwarding } from './check-forwarding';
import { checkMessageLoss } from './check-message-loss';
import { checkNetwork } from './check-network';
import { type CheckOptions } from './check-options';
import { checkPurge } from './check-purge';
import { type KeptElements } from './check-structure';
import { type FindingList } from './finding-list';
import { attributeReading, hasUnknownValue } from './known-value';

/** Finds settings that Amazon MQ keeps, and that do something else than they seem to. */
export function checkMeaning(kept: KeptElements, options: CheckOptions, findings: FindingList): void {
  const elements = (name: string): readonly Element[] => kept.get(name) ?? [];
  const broker = elements('broker')[0];
  if (broker === undefined) return;

  checkPurge(broker, elements('policyEntry'), findings);
  for (const name of ['policyEntry', 'redeliveryPolicy']) {
    checkDestinations(elements(name), findings);
    checkCovered(elements(name), findings);
  }
  checkDestinations([...elements('authorizationEntry'), ...elements('tempDestinationAuthorizationEntry')], findings);
  checkPatterns(kept, findings);
  checkScheduler(broker, elements('redeliveryPlugin'), findings);
  checkNetwork(broker, kept, findings);
  checkMessageLoss(kept, findings);
  checkForwarding(broker, kept, findings);
  checkAuthorization(kept, options, findings);
}

function checkScheduler(broker: Element, plugins: readonly Element[], findings: FindingList): void {
  if (broker.hasUnknownAttributes === true || hasUnknownValue(broker, 'schedulerSupport')) return;
  if (attributeReading(broker, 'schedulerSupport', 'true') !== undefined) return;
  for (const plugin of plugins) {
    const message = phrase`${'redeliveryPlugin'} needs ${'schedulerSupport="true"'} on the broker; without it, the broker would not start`;
    findings.add(
      'redelivery-without-scheduler',
      plugin,
      message,
      ownWords('set schedulerSupport="true" on the broker'),
    );
  }
}
