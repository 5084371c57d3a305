import { reported } from '../rules/reported';
import { STRUCTS } from './structs';
import { PROPS } from './token-cases';

/** What a user writes by mistake in the place of a value, such as an environment variable that is not set. */
const MISSING: readonly (readonly [title: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['an empty text', ''],
];

/** What the classes of brokers give themselves. */
const BASE = 'ActiveMqBrokerBaseProps';

const CASES = PROPS.filter(({ isRequired, struct }) => isRequired && struct in STRUCTS && struct !== BASE).flatMap(
  (prop) =>
    MISSING.filter(([, value]) => value !== '' || prop.type === 'string').map(([title, value]) => ({
      ...prop,
      title,
      value,
      path: `${prop.struct}.${prop.name}`,
    })),
);

test.each(CASES)(
  '$path that is $title is reported as missing, and is not taken for a token',
  ({ struct, name, value }) => {
    const messages = reported((stack) => STRUCTS[struct](stack, { [name]: value } as never));
    expect(messages.filter((message) => message.includes(name)).join('\n')).toMatch(
      / (is missing|is empty|is blank|are both missing|has no entry|has no key besides Name)/,
    );
  },
);
