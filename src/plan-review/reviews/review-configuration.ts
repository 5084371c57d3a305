import { CONFIGURATION_ARGUMENTS, NEWER_ARGUMENTS } from '../../amazon-mq/arguments';
import { compareEngineVersions } from '../../amazon-mq/engine-version';
import { checkDocument } from '../../document/check/check-document';
import { type DocumentFinding } from '../../document/check/document-finding';
import { DOCUMENT_RULES, type DocumentRuleCode } from '../../document/check/document-rules';
import { CHECKED_ENGINE_VERSIONS } from '../../document/schema/permitted-rules';
import { type ConfigurationSource } from '../../document/xml/configuration-source';
import { DocumentSyntaxError } from '../../document/xml/document-syntax-error';
import { parseXml } from '../../document/xml/parse-xml';
import {
  joinSentences,
  listOfLiterals,
  listOfPhrases,
  mapLiterals,
  ownWords,
  type Phrase,
  phrase,
} from '../../util/phrase';
import { textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { causesText } from './causes-text';
import { changedArguments, changesOf, shownValue } from './changed-arguments';
import { documentChanges, documentSecrets } from './document-changes';
import { documentFormDepartures } from './document-form';
import { reviewConfigurationRejections } from './review-rejections';
import { type Stack } from './stack';

/** Says what a plan does to one configuration. Brokers that take it up are reviewed on their own. */
export function reviewConfiguration(stack: Stack, configuration: PlannedChange): void {
  const { action, address } = configuration;
  reviewConfigurationRejections(stack, configuration);
  if (action === 'delete') {
    stack.findings.add(configuration, {
      code: 'configuration-deleted',
      message: phrase`${address} is deleted. The AWS provider before April 2026 only forgets it: it stays in the account. A configuration contains no messages.`,
      remedy: staying(stack, configuration),
    });
  }
  if (action === 'forget') {
    stack.findings.add(configuration, {
      code: 'configuration-forgotten',
      message: phrase`Terraform forgets ${address}: it stays in the account, and nothing manages it.`,
    });
  }
  if (action === 'replace') reviewReplacement(stack, configuration);
  if (action === 'create') {
    stack.findings.add(configuration, {
      code: 'configuration-created',
      message: phrase`${address} is created.`,
    });
  }
  if (action === 'update') reviewUpdate(stack, configuration);
  if (configuration.creates || action === 'update') reviewDocument(stack, configuration);
}

function staying(stack: Stack, configuration: PlannedChange): Phrase {
  const users = stack.brokersOn(configuration).filter(({ survives, action }) => survives && action === 'no-op');
  return users.length === 0 ? [] : phrase`${addresses(users)} still use it: give them another configuration first.`;
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
  const users = stack.brokersOn(configuration);
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

function reviewDocument(stack: Stack, configuration: PlannedChange): void {
  if (!configuration.changed('data') && !configuration.creates) return;
  if (textOf(configuration.after.engine_type)?.toUpperCase() === 'RABBITMQ') return;
  if (configuration.isUnknown('data')) return reviewUnknownDocument(stack, configuration);
  const text = textOf(configuration.after.data);
  if (text === undefined) return;
  let document: ConfigurationSource;
  try {
    document = parseXml(text);
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    stack.findings.add(configuration, {
      code: 'document-syntax',
      attributes: ['data'],
      message: phrase`The apply will fail at ${configuration.address}: its document is no XML that Amazon MQ can read.`,
      details: configuration.isSensitive('data')
        ? []
        : [phrase`line ${error.line}, column ${error.column}: ${error.reason}`],
    });
    return;
  }
  for (const secret of documentSecrets(document.root)) stack.secrets.add(secret);
  reviewSettings(stack, configuration, document);
  reviewCheck(stack, configuration, document);
  reviewForm(stack, configuration, text);
}

function reviewUnknownDocument(stack: Stack, configuration: PlannedChange): void {
  if (configuration.action === 'create') return;
  stack.findings.add(configuration, {
    code: 'document-unknown',
    attributes: ['data'],
    message: phrase`The document of ${configuration.address} is known only after the apply: at worst every setting changes.`,
  });
}

function reviewSettings(stack: Stack, configuration: PlannedChange, document: ConfigurationSource): void {
  const before = textOf(configuration.before.data);
  if (before === undefined || !configuration.changed('data')) return;
  const details = configuration.isSensitive('data')
    ? [ownWords('the document is sensitive: its settings are not shown')]
    : settingChanges(before, document, stack);
  if (details.length === 0 && configuration.action === 'replace') return;
  if (details.length === 0) details.push(ownWords('no setting changes: only the text is written differently'));
  stack.findings.add(configuration, {
    code: configuration.action === 'replace' ? 'configuration-replaced' : 'configuration-revised',
    message: [],
    details,
  });
}

function settingChanges(before: string, document: ConfigurationSource, stack: Stack): Phrase[] {
  try {
    const old = parseXml(before).root;
    for (const secret of documentSecrets(old)) stack.secrets.add(secret);
    return documentChanges(old, document.root, stack.secrets);
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    return [ownWords('the document there is now cannot be read, so the settings are not compared')];
  }
}

function reviewCheck(stack: Stack, configuration: PlannedChange, document: ConfigurationSource): void {
  const findings = checkDocument(document, {
    engineVersion: checkedVersion(textOf(configuration.after.engine_version) ?? ''),
    authenticationStrategy: /ldap/i.test(textOf(configuration.after.authentication_strategy) ?? '') ? 'ldap' : 'simple',
  });
  const { address } = configuration;
  const lines = (some: readonly DocumentFinding[]) =>
    configuration.isSensitive('data')
      ? [ownWords('the document is sensitive: its settings are not shown')]
      : some.map((finding) => documentLine(finding, stack));
  const [rejected, dropped, kept] = (['rejected', 'dropped', 'kept'] as const).map((outcome) =>
    findings.filter(({ code }) => DOCUMENT_RULES[code as DocumentRuleCode].outcome === outcome),
  );
  if (rejected.length > 0) {
    stack.findings.add(configuration, {
      code: 'document-rejected',
      attributes: ['data'],
      message: phrase`The apply will fail at ${address}: Amazon MQ rejects its document.`,
      remedy: phrase`Mend the document; ${'cdktf-amazon-mq check'} reports line and column.`,
      details: lines(rejected),
    });
  }
  if (dropped.length > 0) {
    stack.findings.add(configuration, {
      code: 'document-dropped',
      attributes: ['data'],
      message: phrase`Amazon MQ drops a part of the document of ${address} and says nothing: it never takes effect, and every plan makes a new revision again, for which the brokers that follow it reboot.`,
      remedy: ownWords('Take it out of the document.'),
      details: lines(dropped),
    });
  }
  if (kept.length > 0) {
    stack.findings.add(configuration, {
      code: 'document-doubtful',
      effect:
        configuration.action === 'create' ? 'create' : configuration.action === 'replace' ? 'replace' : 'in-place',
      severity: kept.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
      attributes: ['data'],
      message: phrase`The check of its new document warns of ${kept.length} ${ownWords(kept.length === 1 ? 'setting' : 'settings')}.`,
      details: lines(kept),
    });
  }
}

/** The version itself, or the nearest of those whose documents can be checked. */
function checkedVersion(version: string): string {
  if (CHECKED_ENGINE_VERSIONS.includes(version)) return version;
  const newest = CHECKED_ENGINE_VERSIONS.at(-1)!;
  if (!/^\d+(\.\d+)+$/.test(version)) return newest;
  return (
    CHECKED_ENGINE_VERSIONS.filter((known) => compareEngineVersions(known, version) <= 0).at(-1) ??
    CHECKED_ENGINE_VERSIONS[0]
  );
}

function documentLine({ code, path, message }: DocumentFinding, stack: Stack): Phrase {
  return phrase`${code} at ${shownValue(path, stack.secrets)}: ${mapLiterals(message, (literal) => shownValue(literal, stack.secrets))}`;
}

function reviewForm(stack: Stack, configuration: PlannedChange, text: string): void {
  const departures = documentFormDepartures(text);
  if (departures.length === 0) return;
  stack.findings.add(configuration, {
    code: 'document-form',
    attributes: ['data'],
    message: phrase`The document of ${configuration.address} is not in the form in which Amazon MQ gives it back (${listOfPhrases(departures)}), so every plan makes a new revision again, unless ${'data'} is under ${'ignore_changes'}.`,
    remedy: phrase`Write it with ${'cdktf-amazon-mq format'}.`,
  });
}
