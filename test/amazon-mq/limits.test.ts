import { type TerraformStack } from 'cdktf';
import {
  BrokerConfiguration,
  BrokerSecurityGroup,
  type BrokerUserProps,
  BrokerVpc,
  Password,
  Peer,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
} from 'cdktf-amazon-mq';
import { LIMITS } from '../../src/amazon-mq/limits';
import { LDAP } from '../support/directory';
import { Synthesized } from '../support/synthesized';
import { violatedCodes } from '../support/violated-codes';

type Limit = keyof typeof LIMITS;

/** How a number is written into props, and the code of the rule that judges it. */
interface Use {
  readonly code: string;
  readonly write: (stack: TerraformStack, size: number) => void;
}

const text = (length: number): string => 'a'.repeat(length);
/** As many characters, of which some are different. */
const varied = (length: number, distinct: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(97 + (index % distinct))).join('');
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const broker =
  (props: (size: number) => Partial<SingleInstanceBrokerProps>): Use['write'] =>
  (stack, size) =>
    void new SingleInstanceBroker(stack, 'broker', { brokerName: 'orders', ...props(size) });
const users = (make: (size: number) => BrokerUserProps[]): Use['write'] => broker((size) => ({ users: make(size) }));
const tags =
  (make: (size: number) => [string, string][]): Use['write'] =>
  (stack, size) =>
    void new BrokerConfiguration(stack, 'configuration', { name: 'orders', tags: Object.fromEntries(make(size)) });

const USES: Readonly<Record<Limit | 'password.minDistinct', Use>> = {
  brokerName: { code: 'broker-name-form', write: broker((size) => ({ brokerName: text(size) })) },
  configurationName: {
    code: 'configuration-name-form',
    write: (stack, size) => new BrokerConfiguration(stack, 'configuration', { name: text(size) }),
  },
  username: { code: 'username-form', write: users((size) => [{ username: text(size) }]) },
  group: { code: 'group-form', write: users((size) => [{ username: 'admin', groups: [text(size)] }]) },
  password: {
    code: 'password-form',
    write: users((size) => [{ username: 'admin', password: Password.unsafePlainText(varied(size, 9)) }]),
  },
  'password.minDistinct': {
    code: 'password-form',
    write: users((size) => [{ username: 'admin', password: Password.unsafePlainText(varied(20, size)) }]),
  },
  secretName: {
    code: 'secret-name-form',
    write: users((size) => [{ username: 'admin', password: Password.generated({ secretName: text(size) }) }]),
  },
  secretRecoveryDays: {
    code: 'secret-recovery-window',
    write: users((size) => [{ username: 'admin', password: Password.generated({ recoveryWindowInDays: size }) }]),
  },
  usersPerBroker: { code: 'user-count', write: users((size) => many(size, (i) => ({ username: `user-${i}` }))) },
  groupsPerUser: {
    code: 'group-count',
    write: users((size) => [{ username: 'admin', groups: many(size, (i) => `group-${i}`) }]),
  },
  // One of them is the group that the broker makes.
  securityGroupsPerBroker: {
    code: 'security-group-count',
    write: broker((size) => ({
      additionalSecurityGroupIds: many(size - 1, (i) => `sg-${String(i).padStart(17, '0')}`),
    })),
  },
  tagsPerResource: { code: 'tag-count', write: tags((size) => many(size, (i) => [`tag-${i}`, 'value'])) },
  tagKey: { code: 'tag-form', write: tags((size) => [[text(size), 'value']]) },
  tagValue: { code: 'tag-form', write: tags((size) => [['tag', text(size)]]) },
  ldapHosts: {
    code: 'ldap-host-count',
    write: broker((size) => ({
      ldap: { ...LDAP, hosts: many(size, (i) => `ldap-${i}.example.com`) },
    })),
  },
  prefixLength: {
    code: 'vpc-cidr-size',
    write: (stack, size) => new BrokerVpc(stack, 'vpc', { cidr: `10.0.0.0/${size}` }),
  },
  port: {
    code: 'grant-port',
    write: (stack, size) =>
      new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0123456789abcdef0' }).allowTo(Peer.anyIpv4(), size),
  },
};

/** Numbers on both sides of each bound, with whether they are allowed. */
function sides(limit: number | { min?: number; max?: number }): [size: number, isAllowed: boolean][] {
  const { min, max } = typeof limit === 'number' ? { min: undefined, max: limit } : limit;
  return [
    ...(min === undefined
      ? []
      : ([
          [min - 1, false],
          [min, true],
        ] as [number, boolean][])),
    ...(max === undefined
      ? []
      : ([
          [max, true],
          [max + 1, false],
        ] as [number, boolean][])),
  ];
}

const BOUNDS: readonly [name: keyof typeof USES, limit: number | { min?: number; max?: number }][] = [
  ...(Object.entries(LIMITS) as [Limit, number | { min?: number; max?: number }][]),
  ['password.minDistinct', { min: LIMITS.password.minDistinct }],
];

const CASES = BOUNDS.flatMap(([name, limit]) =>
  sides(limit).map(([size, isAllowed]) => ({
    name,
    size,
    isAllowed,
    verdict: isAllowed ? 'is allowed' : 'is rejected',
  })),
);

const codesOf = (build: (stack: TerraformStack) => void) => violatedCodes(() => Synthesized.from(build));

test.each(CASES)('$name of $size $verdict', ({ name, size, isAllowed }) => {
  const { code, write } = USES[name];
  const codes = codesOf((stack) => write(stack, size));
  expect(codes.includes(code)).toBe(!isAllowed);
});

test('a secret without a recovery window is allowed', () => {
  const { write } = USES.secretRecoveryDays;
  expect(codesOf((stack) => write(stack, 0))).toEqual([]);
});
