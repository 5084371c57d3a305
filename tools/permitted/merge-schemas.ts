import { isDeepStrictEqual } from 'node:util';
import { compareEngineVersions } from '../../src/amazon-mq/engine-version';
import {
  type PermittedAttribute,
  type PermittedCollection,
  type PermittedElement,
  type PermittedTable,
  type PermittedVersions,
  type ValueType,
} from '../../src/document/schema/permitted-element';
import { type Schema, type SchemaElement } from './read-schema';

/** A schema with the version in its name, such as `5.19.1`. */
export interface NamedSchema {
  readonly version: string;
  readonly schema: Schema;
}

/** What one name means in each of the schemas that have it, by engine version. */
type ByVersion<T> = Map<string, T>;

/** Makes one table of the schemas of all engine versions: what each of them permits, and since when. */
export function mergeSchemas(named: readonly NamedSchema[]): PermittedTable {
  const schemas = [...named].sort((a, b) => compareEngineVersions(a.version, b.version));
  const versions = schemas.map(({ version }) => engineVersion(version));
  const byVersion = new Map(schemas.map(({ schema }, index) => [versions[index], schema]));
  const [namespace, ...others] = new Set(schemas.map(({ schema }) => schema.namespace));
  if (others.length > 0) throw new Error(`the schemas have several namespaces: ${[namespace, ...others].join(', ')}`);

  const elements = mergeNames<SchemaElement, PermittedElement>(
    versions,
    mapValues(byVersion, ({ elements: those }) => those),
    (path, found) => mergeElement(path, versions, found),
    '',
  );
  return {
    schemas: Object.fromEntries(schemas.map(({ version }, index) => [versions[index], version])),
    namespace,
    elements,
  };
}

function mergeElement(path: string, versions: string[], found: ByVersion<SchemaElement>): PermittedElement {
  const present = versions.filter((version) => found.has(version));
  const collections = mergeNames<PermittedCollection, PermittedCollection>(
    present,
    mapValues(found, (element) => element.collections),
    (name, those) => mergeCounted(name, those),
    `${path}/`,
  );
  const attributes = mergeNames<PermittedAttribute, PermittedAttribute>(
    present,
    mapValues(found, (element) => element.attributes),
    (name, those) => same(name, those),
    `${path}@`,
  );
  const rest = mergeCounted(
    path,
    mapValues(found, ({ attributes: _a, collections: _c, ...others }) => others),
  );
  return {
    ...rest,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, those]) => [name, shorthand(those)])),
    ...(Object.keys(collections).length > 0 && { collections }),
  };
}

function shorthand(attribute: PermittedAttribute): ValueType | PermittedAttribute {
  return Object.keys(attribute).length === 1 ? attribute.type : attribute;
}

/** Merges what is equal but for the least count, which newer schemas may raise. */
function mergeCounted<T extends { readonly least?: number }>(path: string, found: ByVersion<T>): T {
  const raised = [...found].find(([, { least }]) => least !== undefined);
  const merged = same(
    path,
    mapValues(found, ({ least: _least, ...others }) => others),
  ) as T;
  if (raised === undefined) return merged;
  const [since, { least }] = raised;
  const [oldest] = found.keys();
  const before = [...found.keys()].indexOf(since);
  if ([...found.values()].slice(before).some((value) => value.least !== least)) disagree(path);
  return { ...merged, least, ...(since !== oldest && { leastSince: since }) };
}

function same<T>(path: string, found: ByVersion<T>): T {
  const [first, ...others] = found.values();
  if (others.some((other) => !isDeepStrictEqual(first, other))) disagree(path);
  return first;
}

function disagree(path: string): never {
  throw new Error(`the schemas differ at ${path} in a way that the table cannot say`);
}

function mergeNames<T, Merged>(
  versions: readonly string[],
  byVersion: ByVersion<Readonly<Record<string, T>>>,
  merge: (path: string, found: ByVersion<T>) => Merged,
  prefix: string,
): Record<string, Merged & PermittedVersions> {
  const names = [...new Set([...byVersion.values()].flatMap((record) => Object.keys(record)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const having = versions.filter((version) => Object.hasOwn(byVersion.get(version)!, name));
      const found: ByVersion<T> = new Map(having.map((version) => [version, byVersion.get(version)![name]]));
      return [name, { ...merge(prefix + name, found), ...when(prefix + name, versions, having) }];
    }),
  );
}

function when(path: string, versions: readonly string[], having: readonly string[]): PermittedVersions {
  const [since, until] = [having[0], having[having.length - 1]];
  if (versions.indexOf(until) - versions.indexOf(since) + 1 !== having.length) disagree(path);
  return { ...(since !== versions[0] && { since }), ...(until !== versions[versions.length - 1] && { until }) };
}

function mapValues<From, To>(map: ByVersion<From>, change: (value: From) => To): ByVersion<To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function engineVersion(schemaVersion: string): string {
  return schemaVersion.split('.').slice(0, 2).join('.');
}
