/** Values that ActiveMQ takes and refuses for the attributes whose type lets through more than it can read. */
export interface ReadableSamples {
  readonly taken: readonly string[];
  readonly refused: readonly string[];
}

const BOOLEAN: ReadableSamples = {
  taken: ['true', 'TRUE'],
  refused: ['text', 'yes', '1', ' true ', ''],
};
const A_SECOND: ReadableSamples = { taken: ['1000', '60000'], refused: ['999', '0', '-1'] };

export const READABLE_SAMPLES: Readonly<Record<string, ReadableSamples>> = {
  'broker@advisorySupport': BOOLEAN,
  'broker@deleteAllMessagesOnStartup': { ...BOOLEAN, taken: ['false', 'False'] },
  'broker@persistent': BOOLEAN,
  'broker@schedulerSupport': BOOLEAN,
  'networkConnector@localUri': { taken: ['vm://localhost', ''], refused: ['a b', 'a^b'] },
  'networkConnector@objectName': { taken: ['a:type=b'], refused: ['text'] },
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
    ],
  },
  'policyEntry@memoryLimit': {
    taken: ['8', '8b', '8 mb', '8MB', '8k', ' 8 GB ', '0'],
    refused: ['text', '-1', '+8', '8.5mb', '1tb', '10%', '99999999999999999999', ''],
  },
  'redeliveryPolicy@initialRedeliveryDelay': A_SECOND,
  'redeliveryPolicy@redeliveryDelay': A_SECOND,
  'virtualTopic@name': { taken: ['events.>'], refused: [''] },
};
