import { reported } from '../rules/reported';
import { STRUCTS } from './structs';
import { PROPS } from './token-cases';

const TAGGED = [...new Set(PROPS.filter(({ name }) => name === 'tags').map(({ struct }) => struct))];

/** What is reported of the tags, each text once: several constructs may get the same tags. */
const ofTags = (struct: string, tags: Record<string, string>) => [
  ...new Set(
    reported((stack) => STRUCTS[struct](stack, { tags } as never)).filter((message) => message.startsWith('[tag-')),
  ),
];

describe.each(TAGGED)('the tags of %s are judged by the one rule', (struct) => {
  test('of their form', () => {
    expect(ofTags(struct, { 'aws:team': 'shop', branch: 'a|b' })).toEqual([
      '[tag-form] tags has a key that AWS rejects: got "aws:team"; allowed: 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:; rename the tag',
      '[tag-form] tags["branch"] has a value that AWS rejects: got "a|b"; allowed: at most 256 letters, digits, spaces and _ . : / = + - @; shorten or change the value',
    ]);
  });

  test('of their number', () => {
    const tags = Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`tag-${index}`, 'value']));
    expect(ofTags(struct, tags)).toEqual([
      expect.stringMatching(
        /^\[tag-count\] tags has too many entries: got 5[23]; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well$/,
      ),
    ]);
  });

  test('and good ones are taken', () => {
    expect(ofTags(struct, { team: 'shop', 'cost-center': '7' })).toEqual([]);
  });
});

test('every kind of construct with tags is judged', () => {
  expect(TAGGED).toEqual(
    expect.arrayContaining([
      'AlarmTopicProps',
      'BrokerAlarmsProps',
      'BrokerLogGroupsProps',
      'LambdaTriggerProps',
      'NetworkAlarmsProps',
    ]),
  );
});
