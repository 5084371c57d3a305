import { listOf, objectOf, textOf } from '../../util/json';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { type PlannedChange } from '../plan/planned-change';
import { isAmazonMq, serviceOf } from '../plan/policy';
import { BrokerSecrets } from './broker-secrets';
import { type Run } from './run';
import { type Stack } from './stack';

/** How something uses a key. */
export interface KeyUse {
  /** Who needs the key: `Amazon MQ`. */
  readonly name: Phrase;
  /** `uses`, after the name. */
  readonly verb: Phrase;
  /** `it loses`, of the name. */
  readonly pronoun: Phrase;
  /** What it does with a key, in lower case. */
  readonly actions: readonly string[];
  /** How the names of the service begin that asks, in conditions on `kms:ViaService`. */
  readonly via: string;
  /** The Region of the key, where it is known: the service asks from there. */
  readonly region?: string;
  /** Whether a statement that names a principal is for it. */
  readonly isPrincipal: (name: string) => boolean;
  /** Whether a principal is a service that has nothing but a grant. */
  readonly isService: (name: string) => boolean;
}

/** A type of resource that is encrypted with a key, and what happens without it. */
export interface KeyUser {
  readonly type: string;
  /** What names its keys today. */
  readonly keys: (change: PlannedChange) => readonly unknown[];
  /** Whether a resource belongs to a broker of the run; absent where all do. */
  readonly isOfBroker?: (run: Run, stack: Stack, change: PlannedChange) => boolean;
  readonly use: KeyUse;
  readonly outage: (users: Phrase) => Phrase;
  /** Effect and severity, where they are not those of the kinds of findings. */
  readonly weight: Pick<Observation, 'effect' | 'severity'>;
  readonly remedy: Phrase;
  readonly remedyOfGrant: Phrase;
  readonly remedyOfPolicy: Phrase;
}

function isPrincipalOfAmazonMq(name: string): boolean {
  return isAmazonMq(name) || name.endsWith('/AWSServiceRoleForAmazonMQ');
}

const AMAZON_MQ: KeyUse = {
  name: ownWords('Amazon MQ'),
  verb: ownWords('uses'),
  pronoun: ownWords('it loses'),
  actions: [
    'kms:creategrant',
    'kms:decrypt',
    'kms:describekey',
    'kms:encrypt',
    'kms:generatedatakey',
    'kms:generatedatakeywithoutplaintext',
    'kms:reencryptfrom',
    'kms:reencryptto',
  ],
  via: 'mq.',
  isPrincipal: isPrincipalOfAmazonMq,
  isService: isPrincipalOfAmazonMq,
};

/** Whoever reads a secret decrypts it in its own name. */
const readers = (via: string): KeyUse => ({
  name: ownWords('those who read it'),
  verb: ownWords('use'),
  pronoun: ownWords('they lose'),
  actions: ['kms:decrypt'],
  via,
  isPrincipal: (name) => name.startsWith('AWS ') && !name.endsWith(':root'),
  isService: () => false,
});

const CLOUDWATCH_LOGS: KeyUse = {
  name: ownWords('CloudWatch Logs'),
  verb: ownWords('uses'),
  pronoun: ownWords('it loses'),
  actions: [
    'kms:decrypt',
    'kms:describekey',
    'kms:encrypt',
    'kms:generatedatakey',
    'kms:reencryptfrom',
    'kms:reencryptto',
  ],
  via: 'logs.',
  isService: () => false,
  isPrincipal: (name) => serviceOf(name) === 'logs',
};

const valueOf =
  (argument: string): KeyUser['keys'] =>
  (change) => [change.valueBefore(argument)];

const REMEDY_OF_GRANT = ownWords('Keep the grant until nothing is encrypted with the key.');
const remedyOfReaders = (via: string): Phrase =>
  phrase`Keep the statements that allow the clients ${'kms:Decrypt'} through the service (${'kms:ViaService'}, ${`${via}REGION.amazonaws.com`}).`;
const passwordLost = (users: Phrase): Phrase =>
  phrase`Without it nobody can read ${users}, where clients find the password of a broker.`;

const SECRET = {
  type: 'aws_secretsmanager_secret',
  isOfBroker: (run, stack, change) => BrokerSecrets.of(stack, run).isOfBroker(change),
  use: readers('secretsmanager.'),
  weight: {},
  remedy: ownWords(
    'First encrypt the secret with another key, with a new version of its value, and then remove this one.',
  ),
  remedyOfGrant: REMEDY_OF_GRANT,
  remedyOfPolicy: remedyOfReaders('secretsmanager.'),
} satisfies Partial<KeyUser>;

/** What is encrypted with a key of its own, of a broker and of what its clients read. */
export const KEY_USERS: readonly KeyUser[] = [
  {
    type: 'aws_mq_broker',
    keys: valueOf('encryption_options.kms_key_id'),
    use: AMAZON_MQ,
    outage: (users) =>
      phrase`Without it Amazon MQ cannot read the storage of ${users}, and the broker stops working (${'INVALID_KMS_KEY'}).`,
    weight: {},
    remedy: ownWords('Keep the key as it is until no broker uses it: the key of a broker cannot be changed.'),
    remedyOfGrant: ownWords('Keep the grant until no broker uses the key.'),
    remedyOfPolicy: phrase`Keep the statement that allows ${'kms:Decrypt'}, ${'kms:GenerateDataKey*'} and ${'kms:CreateGrant'} through Amazon MQ (${'kms:ViaService'}).`,
  },
  { ...SECRET, keys: valueOf('kms_key_id'), outage: passwordLost },
  {
    ...SECRET,
    keys: ({ before }) => listOf(before.replica).map((replica) => objectOf(replica).kms_key_id),
    outage: (users) =>
      phrase`Without it nobody in another Region can read the replica of ${users}, where clients find the password of a broker.`,
  },
  {
    type: 'aws_ssm_parameter',
    keys: valueOf('key_id'),
    isOfBroker: (run, stack, change) => BrokerSecrets.of(stack, run).brokersOfValue(change).length > 0,
    use: readers('ssm.'),
    outage: passwordLost,
    weight: {},
    remedy: ownWords('First encrypt the parameter with another key, and then remove this one.'),
    remedyOfGrant: REMEDY_OF_GRANT,
    remedyOfPolicy: remedyOfReaders('ssm.'),
  },
  {
    type: 'aws_cloudwatch_log_group',
    keys: valueOf('kms_key_id'),
    isOfBroker: (_run, _stack, { before }) => textOf(before.name)?.startsWith('/aws/amazonmq/') === true,
    use: CLOUDWATCH_LOGS,
    outage: (users) =>
      phrase`Without it CloudWatch Logs neither takes nor shows the logs in ${users}, the audit log of a broker too.`,
    weight: { effect: 'exposure', severity: 'warning' },
    remedy: ownWords('First give the log group another key, and keep this one as long as the logs that it encrypts.'),
    remedyOfGrant: REMEDY_OF_GRANT,
    remedyOfPolicy: phrase`Keep the statement that allows ${'logs.REGION.amazonaws.com'} to use the key.`,
  },
];
