import { type Fact } from '../../util/fact';
import { FORMS } from '../forms';
import { LIMITS } from '../limits';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rules about tags need. */
export interface Tagged {
  readonly tags?: Fact<Readonly<Record<string, Fact<string>>>>;
  /** The name of a broker, which has a rule of its own and is not judged again as the tag Name. */
  readonly brokerName?: Fact<string>;
}

const CHARACTERS_IN_WORDS = 'letters, digits, spaces and _ . : / = + - @';
const KEYS = `${LIMITS.tagKey.min} to ${LIMITS.tagKey.max} ${CHARACTERS_IN_WORDS}, not beginning with aws:`;
const VALUES = `at most ${LIMITS.tagValue.max} ${CHARACTERS_IN_WORDS}`;

export const TAG_REJECTIONS: readonly Rejection<Tagged>[] = [
  {
    code: 'tag-count',
    severity: 'error',
    reason: `AWS rejects a resource with more than ${LIMITS.tagsPerResource} tags`,
    source: SOURCES.quotas,
    allowed: `at most ${LIMITS.tagsPerResource} tags on a resource`,
    remedy: 'remove some; default tags of the provider and an added tag Name count as well',
    check: ({ tags }) => {
      const count = Object.keys(tags ?? {}).length;
      return count <= LIMITS.tagsPerResource ? [] : [{ property: 'tags', problem: 'has too many entries', got: count }];
    },
  },
  {
    code: 'tag-form',
    severity: 'error',
    reason:
      'AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves',
    source: SOURCES.tags,
    allowed: `keys of ${KEYS}, values of ${VALUES}`,
    remedy: 'rename the tag, or shorten or change its value',
    check: ({ tags, brokerName }) =>
      Object.entries(tags ?? {}).flatMap(([key, value]) => [
        ...(isKey(key)
          ? []
          : [
              {
                property: 'tags',
                problem: 'has a key that AWS rejects',
                got: key,
                allowed: KEYS,
                remedy: 'rename the tag',
              },
            ]),
        ...(isValue(value) || (key === 'Name' && value === brokerName)
          ? []
          : [
              {
                property: `tags[${JSON.stringify(key)}]`,
                problem: 'has a value that AWS rejects',
                got: value,
                allowed: VALUES,
                remedy: 'shorten or change the value',
              },
            ]),
      ]),
  },
];

function isKey(key: string): boolean {
  const { min, max } = LIMITS.tagKey;
  return key.length >= min && key.length <= max && FORMS.tagCharacters.test(key) && !/^aws:/i.test(key);
}

function isValue(value: Fact<string>): boolean {
  return !value || (value.length <= LIMITS.tagValue.max && FORMS.tagCharacters.test(value));
}
