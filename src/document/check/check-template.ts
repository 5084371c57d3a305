import { mapLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { DocumentSyntaxError } from '../xml/document-syntax-error';
import { descendants } from '../xml/element';
import { parseXml } from '../xml/parse-xml';
import { checkDocument } from './check-document';
import { type CheckOptions } from './check-options';
import { type DocumentFinding } from './document-finding';
import { DOCUMENT_RULES } from './document-rules';
import { readTemplate, type Template } from './read-template';
import { FILLED_IN } from './unresolved-value';

/**
 * Finds what is wrong with a file for Terraform's `templatefile`, whatever Terraform fills in. What depends on that is
 * left alone, and one finding says so.
 *
 * @throws DocumentSyntaxError if it is not well-formed, and no block of the template can be the reason
 */
export function checkTemplate(text: string, options: CheckOptions): DocumentFinding[] {
  const template = readTemplate(text);
  const texts = template.texts.map(withoutFilledInEdges);
  if (template.values > 0 && texts[0].trim() === '') {
    return [templateFinding(ownWords('Terraform fills in the whole document, so nothing is checked'))];
  }
  try {
    const findings = texts.flatMap((one, way) => checkWay(one, way, template, options));
    return [templateFinding(filledIn(template)), ...distinct(findings).map(asWritten)];
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError) || template.blocks === 0 || isAtAmpersand(error, text)) throw error;
    const message = phrase`the blocks of this template cannot be followed as XML (line ${error.line}, column ${error.column}: ${error.reason}), so nothing is checked`;
    return [templateFinding(message)];
  }
}

/** What Terraform fills in around the root, such as an XML declaration, is not text there. */
function withoutFilledInEdges(text: string): string {
  const blank = (edge: string): string => edge.replaceAll(FILLED_IN, ' ');
  const start = text.indexOf('<');
  const end = text.lastIndexOf('>') + 1;
  return start === -1 ? blank(text) : blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}

/** Whether an "&" is the reason, which is wrong in every block. */
function isAtAmpersand({ line, column }: DocumentSyntaxError, text: string): boolean {
  return [...(text.split(/\r\n?|\n/)[line - 1] ?? '')][column - 1] === '&';
}

/** What is found in a text, but for what two conditions together would do: they may exclude each other. */
function checkWay(text: string, way: number, template: Template, options: CheckOptions): DocumentFinding[] {
  const findings = checkText(text, template, options);
  const apart = findings.length === 0 ? [] : template.apart(way).map(withoutFilledInEdges);
  if (apart.length === 0) return findings;
  try {
    const certain = new Set(apart.flatMap((one) => checkText(one, template, options)).map(keyOf));
    return findings.filter((finding) => certain.has(keyOf(finding)));
  } catch (error) {
    // A condition opens what another one closes, so both are met or none.
    if (error instanceof DocumentSyntaxError) return findings;
    throw error;
  }
}

/** A finding with `${…}` where a text has the letters that stand for an expression. */
function asWritten(finding: DocumentFinding): DocumentFinding {
  const restored = (text: Phrase): Phrase => mapLiterals(text, (literal) => literal.replaceAll(EXPRESSION, '${…}'));
  const { message, remedy } = finding;
  return { ...finding, message: restored(message), ...(remedy !== undefined && { remedy: restored(remedy) }) };
}

const EXPRESSION = new RegExp(`${FILLED_IN}+`, 'g');

function checkText(text: string, { tagsWithUnknownAttributes }: Template, options: CheckOptions): DocumentFinding[] {
  const source = parseXml(text);
  if (tagsWithUnknownAttributes.size > 0) {
    for (const element of descendants(source.root)) {
      if (tagsWithUnknownAttributes.has(element.offset)) element.hasUnknownAttributes = true;
    }
  }
  return checkDocument(source, options);
}

function filledIn({ values, blocks }: Template): Phrase {
  return phrase`Terraform fills in this template (expressions: ${values}, blocks: ${blocks}): what they produce is not checked`;
}

function templateFinding(message: Phrase): DocumentFinding {
  const remedy = ownWords('check what Terraform renders, too: terraform console shows templatefile(…)');
  return {
    code: 'template',
    severity: DOCUMENT_RULES.template.severity,
    line: 1,
    column: 1,
    path: '/',
    message,
    remedy,
  };
}

/** The branches of a condition share most of a document, and so most findings. */
function distinct(findings: readonly DocumentFinding[]): DocumentFinding[] {
  const byPlace = new Map(findings.map((finding) => [keyOf(finding), finding]));
  return [...byPlace.values()].sort((a, b) => a.line! - b.line! || a.column! - b.column!);
}

function keyOf({ line, column, code, message }: DocumentFinding): string {
  return `${line}:${column} ${code} ${JSON.stringify(message)}`;
}
