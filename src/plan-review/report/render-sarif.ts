import { type Phrase, plainText } from '../../util/phrase';
import { printable } from '../../util/printable';
import { relativeUri } from '../../util/relative-uri';
import { safeJson } from '../../util/safe-json';
import { type FindingSeverity } from '../findings/finding-kind';
import { FINDING_KINDS } from '../findings/finding-kinds';
import { fingerprintsOf } from './fingerprint';
import { type JudgedFinding } from './gate';
import { type Report } from './report';

const LEVELS: Readonly<Record<FindingSeverity, string>> = { error: 'error', warning: 'warning', info: 'note' };

const HOME = 'https://github.com/cdktf-amazon-mq/cdktf-amazon-mq';

/**
 * The report as SARIF 2.1.0, for code scanning and other readers of findings. A finding is about a resource and no line of
 * a file, so its place is the plan, and the address is a logical location.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: Report, version: string, files: ReadonlyMap<string, string>): string {
  const fingerprints = fingerprintsOf(report.findings);
  const codes = [...new Set(report.findings.map(({ code }) => code))].sort();
  return safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cdktf-amazon-mq',
            version,
            informationUri: HOME,
            rules: codes.map((code) => {
              const { reason, source, severity } = FINDING_KINDS[code];
              return {
                id: code,
                shortDescription: { text: reason },
                helpUri: source.includes('://') ? source : `${HOME}/blob/main/docs/${source}`,
                defaultConfiguration: { level: LEVELS[severity] },
              };
            }),
          },
        },
        results: report.findings.map((finding, index) => ({
          ...resultOf(finding, codes.indexOf(finding.code), files),
          partialFingerprints: { 'finding/v1': fingerprints[index] },
        })),
      },
    ],
  });
}

function resultOf(finding: JudgedFinding, ruleIndex: number, files: ReadonlyMap<string, string>) {
  const { code, severity, address, stack, effect, causedBy, allowedBy, blocks } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: messageText(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(files.get(stack) ?? stack) },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: printable(address), kind: 'resource' }],
      },
    ],
    ...(allowedBy !== undefined && {
      suppressions: [{ kind: 'external', ...(allowedBy.reason && { justification: printable(allowedBy.reason) }) }],
    }),
    properties: { effect, stack: printable(stack), causedBy: causedBy.map(printable), blocks },
  };
}

function messageText({ address, message, remedy }: JudgedFinding): string {
  const sentences = [message, remedy].filter((sentence) => sentence.length > 0).map(plainMessage);
  return [`${plainMessage([{ literal: address }])}:`, ...sentences].join(' ');
}

/** In a message of SARIF `[text](target)` is a link and `{0}` is replaced: neither is left in a literal. */
function plainMessage(text: Phrase): string {
  return printable(plainText(text))
    .replaceAll('](', '] (')
    .replace(/\{(?=\d+\})/g, '{ ');
}
