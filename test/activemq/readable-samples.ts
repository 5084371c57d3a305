/** Values that ActiveMQ takes and refuses for the attributes whose type lets through more than it can read. */
export interface ReadableSamples {
  readonly taken: readonly string[];
  readonly refused: readonly string[];
  /** Values with which ActiveMQ starts, and does something else than it should. */
  readonly misread?: readonly string[];
}

const BOOLEAN: ReadableSamples = {
  taken: ['true', 'TRUE'],
  refused: ['text', 'yes', '1', ' true ', ''],
};
const A_SECOND: ReadableSamples = { taken: ['1000', '60000'], refused: ['999', '0', '-1'] };

const FINITE: ReadableSamples = { taken: ['1.5', '1e2', 'NaN'], refused: ['INF', '-INF'] };

/** Percent codes are read in the options behind a `?` only. */
const DESTINATION: ReadableSamples = {
  taken: ['orders', '##orders', 'orders%zz', 'orders?a', 'orders?a%z', 'orders?a=%41%7E&b', 'a?b=%?c=d'],
  refused: ['orders?a=%zz', 'orders?a=50%', 'a,b?c=d&%=e', 'a?b=c?d=%4'],
};
const DESTINATIONS = [
  ...['authorizationEntry', 'filteredDestination', 'policyEntry', 'redeliveryPolicy'].flatMap((element) => [
    `${element}@queue`,
    `${element}@topic`,
  ]),
  ...['queue', 'tempQueue', 'tempTopic', 'topic'].map((element) => `${element}@physicalName`),
  ...['compositeQueue', 'compositeTopic'].map((element) => `${element}@name`),
];

export const READABLE_SAMPLES: Readonly<Record<string, ReadableSamples>> = {
  ...Object.fromEntries(DESTINATIONS.map((name) => [name, DESTINATION])),
  'broker@advisorySupport': BOOLEAN,
  'broker@deleteAllMessagesOnStartup': { ...BOOLEAN, taken: ['false', 'False'] },
  'broker@persistent': BOOLEAN,
  'broker@schedulerSupport': BOOLEAN,
  'discardingDLQBrokerPlugin@dropOnly': {
    taken: [
      'orders[.].*',
      'a b.* (?:c|d)',
      '[a-z&&[^b]]{2,3}+',
      '[]&&a][a-[b]](?<n>a)\\k<n>',
      '(?i)a(?-s:b)(?=c)(?<!d){2}{1}',
      '\\Q*\\E\\x{41}\\u0041\\0101\\cA\\p{Lu}\\pL\\b{g}\\R\\1\\N{SPACE}',
      '.*[>]',
      '',
    ],
    refused: [
      ...[
        '*.orders',
        'a [b',
        '(a',
        'a)',
        'a++*',
        'a\\y',
        'a{2',
        'a{2,1}',
        'a{99999999999}',
        '[z-a]',
        '[a-\\d]',
        '[&&]',
        'a\\',
      ],
      ...[
        '(?q)a',
        '(?<1>a)',
        '(?<n>a)(?<n>b)',
        '\\k<n>',
        '\\p{Foo}',
        '\\x4',
        '\\x{110000}',
        '\\u12',
        '\\08',
        '\\c',
        '[\\R]',
      ],
    ],
  },
  'filteredDestination@selector': {
    taken: [
      'a = 1',
      "color = 'red' AND (size > 1.5 OR NOT b)",
      "a LIKE 'x!%%' ESCAPE '!'",
      "a NOT IN ('x', 'it''s')",
      'a BETWEEN 1 AND 0x1F + 017',
      'a IS NOT NULL and TRUE',
      'null',
      'convert_string_expressions:a > 1',
      "JMSType = 'a' -- comment\n",
      "REGEX('^a', b) AND NOT INLIST(SPLIT(c, ','), d) OR REPLACE(a, 'b', 'c') = 'd' AND MAKELIST(a) IS NOT NULL",
      '-a % 2 <> .5e3',
    ],
    refused: [
      '',
      ' ',
      '1',
      "'a'",
      'a == 1',
      'a != 1',
      'a = "x"',
      'my.prop = 1',
      'my-prop = 1 && b = 2',
      "a = 'x",
      'a b',
      'a = 1 +',
      'a IN (1)',
      "'a' < 'b'",
      'a = NULL',
      "a LIKE 'x' ESCAPE 'ab'",
      '(a = 1',
      'a > TRUE',
      "1 IN ('a')",
      "regex('a', b)",
      "REGEX('a')",
      'FOO(a)',
      "REPLACE(a, 'b', 'c')",
    ],
  },
  'networkConnector@localUri': { taken: ['vm://localhost', ''], refused: ['a b', 'a^b'] },
  'networkConnector@objectName': {
    taken: ['a:type=b', ' a b:c= d ', 'a:*', ':b=*,*,c=', 'a:b="x,y=z:\\"",c=d'],
    refused: [
      ...['text', 'a:', 'a:b', 'a:b=c,', 'a:b=c,d', 'a:b=c=d', 'a:b=c:d', 'a:b=c,b=d', 'a:=c', 'a:b*=c', 'a:b="x'],
      ...['a:b="x"y', 'a:b=c,*,*', 'a:b=c,,d=e'],
    ],
  },
  'networkConnector@prefetchSize': {
    taken: ['100', '8 kb', '2147483647'],
    refused: ['text', '0', '-1', '2gb', '2147483648', '9999999999'],
  },
  'networkConnector@uri': {
    taken: [
      'static:(tcp://127.0.0.1:9)',
      'static:tcp://127.0.0.1:9',
      ' simple:(tcp://127.0.0.1:9) ',
      'static:(failover:(tcp://127.0.0.1:9,tcp://127.0.0.1:10)?randomize=false&maxReconnectAttempts=0)',
      'masterslave:(tcp://127.0.0.1:9,tcp://127.0.0.1:10)',
      'masterslave:tcp://127.0.0.1:9,tcp://127.0.0.1:10',
      'masterslave:(tcp://127.0.0.1:9,tcp://127.0.0.1:10)?useExponentialBackOff=true',
      'static:(tcp://127.0.0.1:9,)',
      'static:(tcp://127.0.0.1:9,tcp://127.0.0.1:10)?initialReconnectDelay=1000',
    ],
    refused: [
      'tcp://127.0.0.1:9',
      'failover:(tcp://127.0.0.1:9)',
      'STATIC:(tcp://127.0.0.1:9)',
      'masterslave:(tcp://127.0.0.1:9)',
      'masterslave:(tcp://127.0.0.1:9, tcp://127.0.0.1:10)',
      'static:(tcp://127.0.0.1:9,\n tcp://127.0.0.1:10)',
      'static:(tcp://127.0.0.1:9',
      'static:',
      '',
      'masterslave:(tcp://127.0.0.1:9,)',
      'masterslave:(failover:(tcp://127.0.0.1:9,tcp://127.0.0.1:10))',
      'masterslave:(tcp://127.0.0.1:9)?a=1,2',
      'static:)tcp://127.0.0.1:9(',
      'static:((tcp://127.0.0.1:9))',
      'static:(1a://127.0.0.1:9)',
      'static:(tcp://)',
      'static:({tcp}://127.0.0.1:9)',
      'static:(tcp://127.0.0.1:9))',
      'static:((tcp://127.0.0.1:9)',
      'masterslave:',
    ],
    misread: [
      'static:(tcp://127.0.0.1 :9)',
      'static:(tcp://127.0.0.1:9,tcp://{b}:9)',
      'masterslave:(tcp://<a>:9,tcp://127.0.0.1:10)',
      'static:()',
      'static:(,)',
    ],
  },
  'policyEntry@memoryLimit': {
    taken: ['8', '8b', '8 mb', '8MB', '8k', ' 8 GB ', '0'],
    refused: ['text', '-1', '+8', '8.5mb', '1tb', '10%', '99999999999999999999', ''],
  },
  'policyEntry@messageGroupMapFactoryType': {
    taken: ['simple', 'bucket', 'cached', 'bucket?bucketCount=64', 'cached?cacheSize=512', ' simple ', 'cached?'],
    refused: [],
    misread: ['nonsense', 'Simple', 'buckets', '', 'simple ?', 'bucket?bucketCount=0', 'bucket?a=b&bucketCount=-1'],
  },
  'prefetchRatePendingMessageLimitStrategy@multiplier': FINITE,
  'redeliveryPolicy@backOffMultiplier': FINITE,
  'redeliveryPolicy@initialRedeliveryDelay': A_SECOND,
  'redeliveryPolicy@redeliveryDelay': A_SECOND,
  'virtualTopic@name': {
    taken: ['events.>', ...DESTINATION.taken],
    refused: ['', ...DESTINATION.refused],
  },
};
