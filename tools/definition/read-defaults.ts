import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attributeRule } from '../../src/document/schema/permitted-rules';
import { PERMITTED } from '../../src/document/schema/permitted-table';
import { maven } from '../maven';

/** Values by element and attribute, as a document would write them. */
export type Defaults = Readonly<Record<string, Readonly<Record<string, string>>>>;

const READER = path.join(__dirname, 'defaults');

/** Attributes whose value in a fresh instance is replaced before it matters. */
const REPLACED: readonly string[] = [
  // The connector takes the name of the broker that has it.
  'networkConnector brokerName',
];

/** Reads the default of each attribute that AWS's schemas have from fresh instances of ActiveMQ's own classes. */
export async function readDefaults(activeMqVersion: string): Promise<Defaults> {
  const folder = path.join(READER, 'target', activeMqVersion);
  const [names, defaults, log] = ['names.txt', 'defaults.txt', 'maven.log'].map((name) => path.join(folder, name));
  mkdirSync(folder, { recursive: true });
  writeFileSync(names, attributeNames().join('\n'));
  const goals = ['compile', 'exec:java', `-Dactivemq.version=${activeMqVersion}`, `-Dexec.args=${names} ${defaults}`];
  const status = await maven(READER, goals, log);
  if (status !== 0) throw new Error(`the defaults of ActiveMQ ${activeMqVersion} cannot be read; see ${log}`);
  return parseDefaults(readFileSync(defaults, 'utf8'));
}

function attributeNames(): string[] {
  return Object.entries(PERMITTED.elements)
    .flatMap(([element, { attributes = {} }]) => Object.keys(attributes).map((attribute) => `${element} ${attribute}`))
    .filter((name) => !REPLACED.includes(name))
    .sort();
}

function parseDefaults(text: string): Defaults {
  const defaults: Record<string, Record<string, string>> = {};
  for (const [, element, attribute, value] of text.matchAll(/^(\S+) (\S+) (.*)$/gm)) {
    (defaults[element] ??= {})[attribute] = asWritten(element, attribute, value);
  }
  return defaults;
}

/** A choice as AWS's schemas write it: ActiveMQ's classes have some in upper case. */
function asWritten(element: string, attribute: string, value: string): string {
  const { values = [] } = attributeRule(PERMITTED.elements[element].attributes![attribute]);
  return values.find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? value;
}
