/** The types of XML Schema that attributes have. */
export type ValueType = 'boolean' | 'double' | 'integer' | 'long' | 'short' | 'string';

/** The engine versions in which something is permitted; all of the table's, where nothing is said. */
export interface PermittedVersions {
  /** The first one, where that is not the oldest of the table. */
  readonly since?: string;
  /** The last one, where that is not the newest of the table. */
  readonly until?: string;
}

export interface PermittedAttribute extends PermittedVersions {
  readonly type: ValueType;
  /** The only values, where they are counted. */
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

/** How many children there must and may be. */
export interface ChildCount {
  /** At least so many; none where nothing is said. */
  readonly least?: number;
  /** The first engine version that asks for the least count, where older ones do not. */
  readonly leastSince?: string;
  /** At most so many; any number where nothing is said. */
  readonly most?: number;
}

/** No two of the elements may have the same value of the attribute. */
export interface UniqueValue {
  readonly element: string;
  readonly attribute: string;
  /** Among the children only, or all elements below. */
  readonly among: 'children' | 'descendants';
  /** Whether each of the elements must have the attribute. */
  readonly required: boolean;
}

/** A child that only gathers elements, such as policyEntries: it has no attributes. */
export interface PermittedCollection extends ChildCount, PermittedVersions {
  /** What it may hold; `any` of the permitted elements where the schema does not say. */
  readonly elements: readonly string[] | 'any';
  readonly unique?: readonly UniqueValue[];
}

export interface PermittedElement extends ChildCount, PermittedVersions {
  readonly attributes: Readonly<Record<string, ValueType | PermittedAttribute>>;
  /** Its children; none, and not even white space, where nothing is said. */
  readonly collections?: Readonly<Record<string, PermittedCollection>>;
  readonly unique?: readonly UniqueValue[];
}

/** All that Amazon MQ permits in a configuration document. */
export interface PermittedTable {
  /** The schemas it was made from, by engine version, oldest first. */
  readonly schemas: Readonly<Record<string, string>>;
  readonly namespace: string;
  readonly elements: Readonly<Record<string, PermittedElement>>;
}
