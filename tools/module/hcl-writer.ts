import { hcl } from './expression';

type Json = string | number | boolean | null | Json[] | JsonObject;
interface JsonObject {
  readonly [name: string]: Json;
}

/** Arguments that Terraform's JSON syntax writes like any other and HCL as blocks. */
const BLOCKS: ReadonlySet<string> = new Set([
  'assert',
  'configuration',
  'content',
  'encryption_options',
  'filter',
  'lifecycle',
  'logs',
  'postcondition',
  'precondition',
  'source_access_configuration',
  'timeouts',
]);

/** Arguments whose strings are addresses and names of arguments, which HCL writes without quotes. */
const REFERENCES: ReadonlySet<string> = new Set(['depends_on', 'ignore_changes', 'replace_triggered_by']);

/** Arguments that a reader looks for first, each group followed by an empty line. */
const FIRST: readonly string[] = ['count', 'for_each'];

/** The widest line that an expression may fill before its members get a line each. */
const WIDTH = 100;

const INDENT = '  ';

/** A block of Terraform, from its JSON syntax, laid out as `terraform fmt` does it. */
export function block(head: string, body: JsonObject): string {
  const lines = bodyLines(body);
  return lines.length === 0 ? `${head} {}` : [`${head} {`, ...indented(lines), '}'].join('\n');
}

function bodyLines(body: JsonObject): string[] {
  const entries = Object.entries(body);
  const first = entries.filter(([name]) => FIRST.includes(name));
  const last = entries.filter(([name]) => name === 'depends_on');
  const blocks = entries.filter(
    ([name, value]) => name === 'dynamic' || (BLOCKS.has(name) && typeof value === 'object'),
  );
  const rest = entries.filter((entry) => ![first, last, blocks].some((group) => group.includes(entry)));
  const groups = [
    argumentLines(first),
    argumentLines(rest),
    ...blocks.filter(([name]) => name !== 'lifecycle').flatMap(nestedBlocks),
    argumentLines(last),
    ...blocks.filter(([name]) => name === 'lifecycle').flatMap(nestedBlocks),
  ];
  return groups.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function nestedBlocks([name, value]: [string, Json]): string[][] {
  if (name === 'dynamic')
    return Object.entries(value as JsonObject).map(([label, body]) =>
      block(`dynamic "${label}"`, body as JsonObject).split('\n'),
    );
  const bodies = (Array.isArray(value) ? value : [value]) as JsonObject[];
  return bodies.filter((body) => Object.keys(body).length > 0).map((body) => block(name, body).split('\n'));
}

/** Arguments on consecutive lines have their equals signs in one column; one of several lines is aligned by itself. */
function argumentLines(entries: readonly [string, Json][]): string[] {
  const written = entries.map(([name, value]): [string, string[]] => [name, expressionLines(name, value)]);
  const lines: string[] = [];
  for (let start = 0; start < written.length;) {
    let end = start;
    while (end < written.length && written[end][1].length === 1) end++;
    const run = written.slice(start, Math.max(end, start + 1));
    const width = Math.max(...run.map(([name]) => name.length));
    for (const [name, [head, ...tail]] of run) lines.push(`${name.padEnd(width)} = ${head}`, ...tail);
    start += run.length;
  }
  return lines;
}

function expressionLines(name: string, value: Json): string[] {
  if (REFERENCES.has(name)) return listLines((value as string[]).map((reference) => [reference]));
  return valueLines(value);
}

function valueLines(value: Json): string[] {
  if (Array.isArray(value)) return listLines(value.map(itemLines));
  if (typeof value === 'object' && value !== null) return objectLines(value);
  if (typeof value !== 'string') return [hcl(value)];
  if (value.startsWith('{"')) return wrapped('jsonencode(', objectLines(JSON.parse(value) as JsonObject), ')');
  return text(value).split('\n');
}

/** An item of a list: an object without lists and objects is one line, if it fits. */
function itemLines(item: Json): string[] {
  const lines = valueLines(item);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return lines;
  const line = `{ ${Object.entries(item)
    .map(([name, value]) => `${name} = ${valueLines(value).join('')}`)
    .join(', ')} }`;
  const isFlat = Object.values(item).every((value) => typeof value !== 'object' || value === null);
  return isFlat && line.length <= WIDTH ? [line] : lines;
}

function listLines(items: readonly string[][]): string[] {
  const line = `[${items.map(([first]) => first).join(', ')}]`;
  if (items.every((lines) => lines.length === 1) && line.length <= WIDTH) return [line];
  return ['[', ...indented(items.flatMap((lines) => [...lines.slice(0, -1), `${lines.at(-1)!},`])), ']'];
}

function objectLines(value: JsonObject): string[] {
  const entries = Object.entries(value).map(([name, item]): [string, Json] => [
    /^[A-Za-z_][\w-]*$/.test(name) ? name : `"${name}"`,
    item,
  ]);
  return entries.length === 0 ? ['{}'] : ['{', ...indented(argumentLines(entries)), '}'];
}

function wrapped(before: string, lines: readonly string[], after: string): string[] {
  const result = [...lines];
  result[0] = before + result[0];
  result[result.length - 1] += after;
  return result;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : INDENT + line));
}

/** A string of the JSON syntax: what it holds between `${` and `}` is an expression, the rest text. */
function text(value: string): string {
  const parts = templateParts(value);
  if (parts.length === 1 && parts[0].isExpression) return spaced(parts[0].text);
  return `"${parts.map((part) => (part.isExpression ? `\${${part.text}}` : quoted(part.text))).join('')}"`;
}

/** An expression with a space inside the braces of its objects. */
function spaced(expression: string): string {
  let result = '';
  for (let index = 0; index < expression.length; index++) {
    const character = expression[index];
    if (character === '"') {
      const end = stringEnd(expression, index + 1);
      result += expression.slice(index, end + 1);
      index = end;
    } else if (character === '{') {
      result += /[\s}]/.test(expression[index + 1]) ? '{' : '{ ';
    } else {
      result += character === '}' && !/[\s{]$/.test(result) ? ' }' : character;
    }
  }
  return result;
}

function quoted(part: string): string {
  return JSON.stringify(part).slice(1, -1);
}

interface Part {
  readonly text: string;
  readonly isExpression: boolean;
}

function templateParts(value: string): Part[] {
  const parts: Part[] = [];
  let rest = value;
  while (rest !== '') {
    const start = /(?<!\$)\$\{/.exec(rest)?.index ?? rest.length;
    if (start > 0) parts.push({ text: rest.slice(0, start), isExpression: false });
    if (start === rest.length) break;
    const end = expressionEnd(rest, start + 2);
    parts.push({ text: rest.slice(start + 2, end), isExpression: true });
    rest = rest.slice(end + 1);
  }
  return parts.length > 0 ? parts : [{ text: '', isExpression: false }];
}

/** Where the brace is that closes an expression, past the braces within it and within its strings. */
function expressionEnd(value: string, from: number): number {
  for (let index = from, depth = 0; index < value.length; index++) {
    if (value[index] === '"') index = stringEnd(value, index + 1);
    else if (value[index] === '{') depth++;
    else if (value[index] === '}' && depth-- === 0) return index;
  }
  throw new Error(`an expression is not closed: ${value}`);
}

function stringEnd(value: string, from: number): number {
  for (let index = from; index < value.length; index++) {
    if (value[index] === '\\') index++;
    else if (value[index] === '"') return index;
    else if (value.startsWith('${', index) && value[index - 1] !== '$') index = expressionEnd(value, index + 2);
  }
  throw new Error(`a string is not closed: ${value}`);
}
