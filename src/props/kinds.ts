import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { type FindingDetails } from '../rules/rule';
import { combinedMap } from '../tokens/combined';
import { asNumber, asText, asTextMap, asTexts, isResolvable } from '../tokens/encoded';
import { isUnknown } from '../tokens/known';
import { hasTemplate } from '../tokens/terraform-string';
import { nearestName } from '../util/nearest-name';
import { nothingFound, type PropFacts } from './prop-rules';
import { isObject, isPlain, isRecord, shown } from './shown';

/** What a prop takes: the value in the form that the construct uses, and a report of what it cannot be. */
export interface Kind<T> {
  take(value: unknown, property: string, found: PropFacts): T;
  /** What to do where a required prop is missing; absent if the prop is optional, or if a rule judges what is missing. */
  readonly remedyIfMissing?: string;
}

/** The kind of each prop of a struct: a new prop without one does not compile. */
export type Kinds<Props> = { readonly [Name in keyof Required<Props>]: Kind<NonNullable<Props[Name]>> };

/** A text that is there; a token in any encoding becomes a part of a text. */
export const presentText: Kind<string> = {
  take(value, property, found) {
    const taken = asText(value);
    if (typeof taken !== 'string') found.wrongKind.push(wrong(property, value, 'a text', 'write it in quotes'));
    else if (hasBrokenToken(taken)) found.wrongKind.push(brokenToken(property));
    else if (hasTemplate(taken)) found.templates.push(template(property, taken));
    return taken;
  },
};

/** A text. The rules of the construct judge one that is missing. */
export const text: Kind<string> = {
  take(value, property, found) {
    return value === undefined || value === null ? (undefined as never) : presentText.take(value, property, found);
  },
};

/** A member of an enum, whose text the rules judge. */
export function choice<T extends string>(): Kind<T> {
  return text as Kind<T>;
}

/** A number, or a token for one. */
export const number: Kind<number> = {
  take(value, property, found) {
    const taken = asNumber(value);
    const remedy = 'write it without quotes, or Token.asNumber(…) around a token';
    if (typeof taken !== 'number') found.wrongKind.push(wrong(property, value, 'a number', remedy));
    return taken;
  },
};

/** `true` or `false`, or a token for one. */
export const flag: Kind<boolean> = {
  take(value, property, found) {
    if (typeof value !== 'boolean' && !Token.isUnresolved(value)) {
      found.wrongKind.push(wrong(property, value, 'true or false', 'write it without quotes'));
    }
    return value as boolean;
  },
};

/** A list of texts, or tokens for the list, for parts of it or for its items. */
export const texts: Kind<string[]> = {
  take(value, property, found) {
    const taken = asTexts(value);
    if (!Array.isArray(taken)) {
      found.wrongKind.push(wrong(property, value, 'a list of texts', 'write it in brackets'));
      return taken;
    }
    return Token.isUnresolved(taken)
      ? taken
      : taken.map((item, index) =>
          Array.isArray(item)
            ? nestedList(item, `${property}[${index}]`, found)
            : text.take(item, `${property}[${index}]`, found),
        );
  },
};

/** A map of texts, or tokens for the map, for parts of it or for its values. */
export const textMap: Kind<Record<string, string>> = {
  take(value, property, found) {
    const isSpreadToken = isPlain(value) && 'creationStack' in value;
    if (isSpreadToken) {
      const remedy = 'write Token.asStringMap(token) in its place, or Fn.merge([{ … }, token])';
      found.wrongKind.push({ property, problem: 'contains the inside of a token', allowed: 'texts by name', remedy });
      return {};
    }
    if (!isRecord(value) && !Token.isUnresolved(value)) {
      found.wrongKind.push(wrong(property, value, 'texts by name', 'write { name: "value" }'));
      return {};
    }
    const taken = asTextMap(value);
    if (Token.isUnresolved(taken)) return combinedMap(taken);
    for (const [key, item] of Object.entries<unknown>(taken)) {
      const place = `${property}[${JSON.stringify(key)}]`;
      if (item !== undefined && item !== null) presentText.take(item, place, found);
      else found.wrongKind.push({ property: place, problem: 'is missing', remedy: 'set it, or leave the key out' });
    }
    return taken;
  },
};

/** A kind whose value the app itself has to know. */
export function knownAtSynth<T>(kind: Kind<T>, remedy: string): Kind<T> {
  return {
    take(value, property, found) {
      if (!isUnknown(value)) return kind.take(value, property, found);
      found.unknownAtSynth.push({
        property,
        problem: 'is known to Terraform only',
        allowed: 'a value known at synth',
        remedy,
      });
      return value as T;
    },
  };
}

/** A kind whose prop has to be given: JavaScript can leave it out, and so does an environment variable that is not set. */
export function required<T>(kind: Kind<T>, remedyIfMissing: string): Kind<T> {
  return { ...kind, remedyIfMissing };
}

/** An object of a type of this package or of Terraform CDK, recognized by its members: copies of a package share no class. */
export function object<T>(type: string, members: readonly string[], remedy: string): Kind<T> {
  return objectThat(type, (value) => members.every((member) => member in (value as object)), remedy);
}

/** As `object`, recognized by more than its members. */
export function objectThat<T>(type: string, fits: (value: T) => boolean, remedy: string): Kind<T> {
  return {
    take(value, property, found) {
      const isFit = isObject(value) && !isResolvable(value) && fits(value as T);
      if (!isFit) found.wrongKind.push({ ...wrong(property, value, type, remedy), remedy });
      return value as T;
    },
  };
}

/** As `object`, for what is never shown in a message. */
export function secretObject<T>(type: string, members: readonly string[], remedy: string): Kind<T> {
  const kind = object<T>(type, members, remedy);
  return {
    take(value, property, found) {
      const own = nothingFound();
      kind.take(value, property, own);
      found.wrongKind.push(...own.wrongKind.map(({ got: _, ...violation }) => violation));
      return value as T;
    },
  };
}

/** As `object`, for a class that stands for one text, which JavaScript can make of anything. */
export function textObject<T>(type: string, member: keyof T & string, remedy: string): Kind<T> {
  const kind = object<T>(type, [member], remedy);
  return {
    take(value, property, found) {
      const own = nothingFound();
      const taken = kind.take(value, property, own);
      if (own.wrongKind.length === 0) text.take(taken[member], property, own);
      found.wrongKind.push(...own.wrongKind);
      return taken;
    },
  };
}

/** A struct with a kind for each of its props. */
export function struct<T extends object>(kinds: Kinds<T>): Kind<T> {
  return {
    take: (value, property, found) =>
      takeStruct(kinds, value as T, property === 'props' ? '' : `${property}.`, found, property),
  };
}

/** A list whose length the app itself has to know, with a kind for its items. */
export function list<T>(kind: Kind<T>): Kind<T[]> {
  const known = knownAtSynth<unknown>(
    { take: (value) => value },
    'give a list made in the app; its items may contain tokens',
  );
  return {
    take(value, property, found) {
      known.take(value, property, found);
      if (isUnknown(value)) return [];
      if (Array.isArray(value)) return value.map((item, index) => kind.take(item, `${property}[${index}]`, found));
      found.wrongKind.push(wrong(property, value, 'a list', 'write it in brackets'));
      return [];
    },
  };
}

/** Takes each given prop of a struct, which is named by its own path where it is none. */
export function takeStruct<T extends object>(
  kinds: Kinds<T>,
  props: T,
  prefix: string,
  found: PropFacts,
  path = 'options',
): T {
  if (!isRecord(props) && !hasSome(kinds, props)) {
    const remedy = `write { ${Object.keys(kinds).slice(0, 2).join(', ')}, … }`;
    found.wrongKind.push({ ...wrong(path, props, 'an object', remedy), remedy });
    return {} as T;
  }
  const given = Object.entries(props).map(([name, value]: [string, unknown]) => {
    const kind = (kinds as Record<string, Kind<unknown> | undefined>)[name];
    const isGiven = value !== undefined && value !== null && kind !== undefined;
    return [name, isGiven ? kind.take(value, `${prefix}${name}`, found) : (value ?? undefined)];
  });
  for (const [name, { remedyIfMissing: remedy }] of Object.entries<Kind<unknown>>(kinds)) {
    if (remedy === undefined || !isMissing((props as Record<string, unknown>)[name])) continue;
    found.wrongKind.push({ property: `${prefix}${name}`, problem: 'is missing', remedy });
  }
  found.misspelled.push(...misspelled(Object.keys(kinds), Object.keys(props), prefix));
  return Object.fromEntries(given) as T;
}

/** Whether a construct has props of a struct: a network is taken as the props of a security group in its VPC. */
function hasSome(kinds: object, props: unknown): boolean {
  return Construct.isConstruct(props) && Object.keys(kinds).some((name) => Object.hasOwn(props, name));
}

/** Arguments of `aws_mq_broker` that the constructs name otherwise, in the spelling of the raw resource. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  encryptionOptions: 'encryption',
  ldapServerMetadata: 'ldap',
  maintenanceWindowStartTime: 'maintenanceWindow',
  securityGroups: 'additionalSecurityGroupIds',
  subnetIds: 'network',
  vpcId: 'network',
};

/** A subclass can have props of its own, so a name is wrong only if it is near to one that is not given. */
function misspelled(names: readonly string[], given: readonly string[], prefix: string): FindingDetails[] {
  return given
    .filter((name) => !names.includes(name))
    .flatMap((name) => {
      const left = names.filter((each) => !given.includes(each));
      const meant = left.find((each) => each === OTHER_NAMES[name]) ?? nearestName(name, left);
      return meant === undefined
        ? []
        : [
            {
              property: `${prefix}${name}`,
              problem: 'is not a prop and is ignored',
              remedy: `write ${prefix}${meant}`,
            },
          ];
    });
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function nestedList(value: unknown[], property: string, found: PropFacts): string {
  found.wrongKind.push(wrong(property, value, 'a text', 'write ...list to add the items of a list'));
  return '';
}

function wrong(property: string, value: unknown, allowed: string, remedy: string): FindingDetails {
  return { property, problem: `is not ${allowed}`, got: shown(value), allowed, remedy: remedyFor(value) ?? remedy };
}

/** What to write in the place of a construct where a value is wanted. */
function remedyFor(value: unknown): string | undefined {
  if (!Construct.isConstruct(value)) return undefined;
  if ('stringValue' in value) return 'give its value, as in variable.value';
  return 'expression' in value
    ? 'give its value, as in local.expression'
    : 'give one of its attributes, such as its id';
}

function template(property: string, value: string): FindingDetails {
  const remedy =
    'leave it if it is text; for a reference use the attribute of the resource, variable.stringValue or Fn';
  return { property, problem: 'contains "${" or "%{", which is not evaluated', got: value, remedy };
}

/** A number as JavaScript writes a token for one into a text, which nothing turns back. */
const NUMBER = /-?\d(?:\.\d+)?e\+\d+/g;

/** A token for a list that is a part of a text; as an item of a list it stands for more items. */
const LIST = /.#\{TfToken\[|^#\{TfToken\[[^\]]*\]\}./;

/** Whether a text contains a token that was made for a number or a list. */
function hasBrokenToken(value: string): boolean {
  return LIST.test(value) || (value.match(NUMBER) ?? []).some((number) => Token.isUnresolved(Number(number)));
}

function brokenToken(property: string): FindingDetails {
  return {
    property,
    problem: 'contains a token for a number or a list, of which Terraform gets something else',
    allowed: 'tokens for texts',
    remedy: 'write Token.asString(number), or Fn.join(",", list), in its place',
  };
}
