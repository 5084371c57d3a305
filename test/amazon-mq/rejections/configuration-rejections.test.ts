import { type ConfigurationFacts } from '../../../src/amazon-mq/configuration-facts';
import { CONFIGURATION_REJECTIONS } from '../../../src/amazon-mq/rejections/configuration-rejections';
import { judge, messageOf } from '../../../src/rules/rule';

const GOOD: ConfigurationFacts = { engine: 'ActiveMQ', name: 'orders', engineVersion: '5.19', tags: null };
const NAME = 'letters, digits, hyphens, periods, underscores and tildes';

const judged = (facts: Partial<ConfigurationFacts>) =>
  judge(CONFIGURATION_REJECTIONS, { ...GOOD, ...facts }).map(messageOf);

/** Configurations with one mistake; the other rows are those of brokers, which their own cases test. */
const CASES: readonly [title: string, Partial<ConfigurationFacts>, message: string, Partial<ConfigurationFacts>][] = [
  [
    'a name with a space',
    { name: 'durable 5.19' },
    `[configuration-name-form] name has characters that are not allowed: got "durable 5.19"; allowed: 1 to 150 ${NAME}; remove " "`,
    { name: 'durable5.19' },
  ],
  [
    'no name',
    { name: null },
    `[configuration-name-form] name is missing; allowed: 1 to 150 ${NAME}; set it`,
    { name: 'orders' },
  ],
  [
    'a prefix that leaves no room for the suffix',
    { name: undefined, namePrefix: 'o'.repeat(143) },
    `[configuration-name-form] namePrefix is too long: got "${'o'.repeat(143)}"; allowed: 1 to 142 ${NAME}; choose a shorter name: it has 143 characters`,
    { name: undefined, namePrefix: 'o'.repeat(142) },
  ],
  [
    'the name of another configuration',
    { namesake: 'messaging/first' },
    '[configuration-name-unique] name is already used by "messaging/first": got "orders"; allowed: a name that no other configuration of the account and region has; choose another name',
    { name: 'invoices' },
  ],
  [
    'the LDAP of RabbitMQ',
    { engine: 'RabbitMQ', engineVersion: '4.2', authenticationStrategy: 'ldap' },
    '[authentication-strategy] authenticationStrategy is not an authentication strategy of RabbitMQ: got "ldap"; allowed: simple or config_managed; remove it, and write the LDAP servers into the configuration of the broker',
    { engine: 'RabbitMQ', engineVersion: '4.2', authenticationStrategy: null },
  ],
];

describe.each(CASES)('%s', (_, mistake, message, remedied) => {
  test('is one mistake', () => expect(judged(mistake)).toEqual([message]));
  test('is gone when the remedy is followed', () => expect(judged(remedied)).toEqual([]));
});

test('nothing is wrong with the good configuration', () => expect(judged({})).toEqual([]));
