import { compareEngineVersions } from '../../amazon-mq/engine-version';
import { checkDocument } from '../../document/check/check-document';
import { type DocumentFinding } from '../../document/check/document-finding';
import { DOCUMENT_RULES, type DocumentRuleCode } from '../../document/check/document-rules';
import { CHECKED_ENGINE_VERSIONS } from '../../document/schema/permitted-rules';
import { type ConfigurationSource } from '../../document/xml/configuration-source';
import { DocumentSyntaxError } from '../../document/xml/document-syntax-error';
import { parseXml } from '../../document/xml/parse-xml';
import { textOf } from '../../util/json';
import { listOfPhrases, mapLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { shownValue } from './changed-arguments';
import { documentChanges, documentSecrets } from './document-changes';
import { documentFormDepartures } from './document-form';
import { type Stack } from './stack';

/** Reports what a plan does to the document of a configuration, and what the check finds in it. */
export function reviewDocument(stack: Stack, configuration: PlannedChange): void {
  if (!configuration.changed('data') && !configuration.creates) return;
  if (textOf(configuration.after.engine_type)?.toUpperCase() === 'RABBITMQ') return;
  if (configuration.isUnknown('data')) return reviewUnknownDocument(stack, configuration);
  const text = textOf(configuration.after.data);
  if (text === undefined) return;
  const document = parsed(text);
  if (document instanceof DocumentSyntaxError) return reviewSyntax(stack, configuration, document);
  for (const secret of documentSecrets(document.root)) stack.secrets.add(secret);
  reviewSettings(stack, configuration, document);
  reviewCheck(stack, configuration, document);
  reviewForm(stack, configuration, text);
}

function parsed(text: string): ConfigurationSource | DocumentSyntaxError {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof DocumentSyntaxError) return error;
    throw error;
  }
}

function reviewSyntax(stack: Stack, configuration: PlannedChange, error: DocumentSyntaxError): void {
  stack.findings.add(configuration, {
    code: 'document-syntax',
    attributes: ['data'],
    message: phrase`The apply will fail at ${configuration.address}: its document is not XML that Amazon MQ can read.`,
    details: configuration.isSensitive('data')
      ? []
      : [phrase`line ${error.line}, column ${error.column}: ${error.reason}`],
  });
}

function reviewUnknownDocument(stack: Stack, configuration: PlannedChange): void {
  if (configuration.action === 'create') return;
  stack.findings.add(configuration, {
    code: 'document-unknown',
    attributes: ['data'],
    message: phrase`The document of ${configuration.address} is known only after the apply: at worst every setting changes.`,
  });
}

const SETTINGS_HIDDEN = ownWords('the document is sensitive: its settings are not shown');

function reviewSettings(stack: Stack, configuration: PlannedChange, document: ConfigurationSource): void {
  const before = textOf(configuration.before.data);
  if (before === undefined || !configuration.changed('data')) return;
  const details = configuration.isSensitive('data') ? [SETTINGS_HIDDEN] : settingChanges(before, document, stack);
  if (details.length === 0 && configuration.action === 'replace') return;
  if (details.length === 0) details.push(ownWords('no setting changes: only the text is written differently'));
  stack.findings.add(configuration, {
    code: configuration.action === 'replace' ? 'configuration-replaced' : 'configuration-revised',
    message: [],
    details,
  });
}

function settingChanges(before: string, document: ConfigurationSource, stack: Stack): Phrase[] {
  const old = parsed(before);
  if (old instanceof DocumentSyntaxError) {
    return [ownWords('the document there is now cannot be read, so the settings are not compared')];
  }
  for (const secret of documentSecrets(old.root)) stack.secrets.add(secret);
  return documentChanges(old.root, document.root, stack.secrets);
}

function reviewCheck(stack: Stack, configuration: PlannedChange, document: ConfigurationSource): void {
  const findings = checkDocument(document, {
    engineVersion: checkedVersion(textOf(configuration.after.engine_version)),
    authenticationStrategy: /ldap/i.test(String(configuration.after.authentication_strategy)) ? 'ldap' : 'simple',
  });
  const { action, address } = configuration;
  const lines = (some: readonly DocumentFinding[]) =>
    configuration.isSensitive('data') ? [SETTINGS_HIDDEN] : some.map((finding) => documentLine(finding, stack));
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
      effect: action === 'create' || action === 'replace' ? action : 'in-place',
      severity: kept.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
      attributes: ['data'],
      message: phrase`The check of its new document warns of ${kept.length} ${ownWords(kept.length === 1 ? 'setting' : 'settings')}.`,
      details: lines(kept),
    });
  }
}

/** The version itself, or the nearest of those whose documents can be checked. */
function checkedVersion(version = CHECKED_ENGINE_VERSIONS.at(-1)!): string {
  // What is no number is as new as any.
  const isNewer = (known: string) => compareEngineVersions(known, version) > 0;
  return CHECKED_ENGINE_VERSIONS.filter((known) => !isNewer(known)).at(-1) ?? CHECKED_ENGINE_VERSIONS[0];
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
