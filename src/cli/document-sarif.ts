import { DOCUMENT_RULES, type DocumentRule } from '../document/check/document-rules';
import { shown, shownLiteral } from '../util/phrase';
import { relativeUri } from '../util/relative-uri';
import { safeJson } from '../util/safe-json';
import { type CheckedFile } from './document-report';
import { shownName } from './file-arguments';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The findings as SARIF, which code hosts show beside the lines.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(files: readonly CheckedFile[]): string {
  const results = files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, line, column, path, message, remedy }) => ({
      ruleId: code,
      level: LEVELS[severity],
      message: { text: remedy === undefined ? shown(message) : `${shown(message)}; ${shown(remedy)}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: file === '-' ? shownName(file) : relativeUri(file) },
            region: { startLine: line, startColumn: column },
          },
          logicalLocations: [{ fullyQualifiedName: shownLiteral(path) }],
        },
      ],
    })),
  );
  const codes = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  const driver = { name: 'cdktf-amazon-mq check', version: version(), rules: codes.map(ruleOf) };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return safeJson(log);
}

function ruleOf(code: string): object {
  const rule = (DOCUMENT_RULES as Readonly<Record<string, DocumentRule>>)[code];
  return rule === undefined ? { id: code } : { id: code, shortDescription: { text: rule.reason } };
}

function version(): string {
  return require('../../package.json').version;
}
