import { type Rule } from '../rules/rule';
import { FORMS } from './forms';
import { LIMITS } from './limits';
import { SOURCES } from './sources';

/** What has tags. */
export interface TaggedFacts {
  readonly tags?: Record<string, string | undefined>;
  /** Whether the app gives the tag Name itself; absent where the construct adds none. */
  readonly ownName?: boolean;
}

const CHARACTERS_IN_WORDS = 'letters, digits, spaces and _ . : / = + - @';

export const TAG_RULES: readonly Rule<TaggedFacts>[] = [
  {
    code: 'tag-count',
    severity: 'error',
    reason: 'AWS refuses a resource with more than 50 tags',
    source: SOURCES.quotas,
    check: ({ tags = {}, ownName }) =>
      Object.keys(tags).length <= LIMITS.tagsPerResource
        ? []
        : [
            {
              property: 'tags',
              problem: ownName === false ? 'are too many, with Name that the construct adds' : 'are too many',
              got: Object.keys(tags).length,
              allowed: `at most ${LIMITS.tagsPerResource} on a resource`,
              remedy: 'leave some out, and count the default tags of the provider as well',
            },
          ],
  },
  {
    code: 'tag-form',
    severity: 'error',
    reason:
      'AWS refuses a tag whose key or value is too long, has other characters, or takes the prefix that AWS keeps for itself',
    source: SOURCES.tags,
    check: ({ tags = {} }) =>
      Object.entries(tags).flatMap(([key, value]) => {
        const { min, max } = LIMITS.tagKey;
        const keyFits = key.length >= min && key.length <= max && FORMS.tagCharacters.test(key) && !/^aws:/i.test(key);
        const valueFits =
          value === undefined || (value.length <= LIMITS.tagValue.max && FORMS.tagCharacters.test(value));
        return [
          ...(keyFits
            ? []
            : [
                {
                  property: 'tags',
                  problem: 'have a key that AWS refuses',
                  got: key,
                  allowed: `${min} to ${max} ${CHARACTERS_IN_WORDS}, not beginning with aws:`,
                  remedy: 'rename the tag',
                },
              ]),
          ...(valueFits
            ? []
            : [
                {
                  property: `tags[${JSON.stringify(key)}]`,
                  problem: 'has a value that AWS refuses',
                  got: value,
                  allowed: `at most ${LIMITS.tagValue.max} ${CHARACTERS_IN_WORDS}`,
                  remedy: 'shorten or change the value',
                },
              ]),
        ];
      }),
  },
];
