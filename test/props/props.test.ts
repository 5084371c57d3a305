import { Errors } from 'cdktf-amazon-mq';
import fc from 'fast-check';
import { Synthesized } from '../support/synthesized';
import { STRUCTS } from './structs';
import { CASES, outcomeOf, PROPS } from './token-cases';

/** Props that only rules read: a token says nothing to them and reaches no resource. */
const READ_BY_RULES = [
  'BrokerAttributes.publiclyAccessible',
  'BrokerNetworkAttributes.vpcId',
  'BrokerNetworkAttributes.availabilityZones',
  'BrokerNetworkAttributes.internetFacing',
  'BrokerNetworkAttributes.reachesServices',
  'BrokerSecurityGroupProps.publiclyAccessible',
  'BrokerUser.secretArn',
  'ExistingSecurityGroupOptions.publiclyAccessible',
  'RuleAcknowledgement.reason',
];

test('every struct that the package exports has a builder, or a reason why not', () => {
  const structs = [...new Set(PROPS.map(({ struct }) => struct))];
  expect(structs.filter((struct) => !(struct in STRUCTS))).toEqual([]);
  expect(structs).toContain('ActiveStandbyBrokerProps');
  const paths = PROPS.map(({ struct, name }) => `${struct}.${name}`);
  expect(READ_BY_RULES.filter((each) => !paths.includes(each))).toEqual([]);
});

/** Rules that reject a token for one prop, with a reason of their own. */
const OWN_RULES: Readonly<Record<string, string>> = { 'BrokerLogGroupsProps.brokerId': 'log-group-broker-id' };

test.each(CASES)('$path takes $form as a token, or says what to write instead', (each) => {
  const outcome = outcomeOf(each);
  if (!('text' in outcome)) {
    const { name, codes } = outcome as Error & { codes?: string[] };
    expect({ name, codes: new Set(codes) }).toEqual({
      name: 'RuleViolationError',
      codes: new Set([OWN_RULES[each.path] ?? 'prop-known']),
    });
    expect(outcome.message).toMatch(new RegExp(`${each.name}(\\[\\d\\])? is .*; .*(write|give) `));
    return;
  }
  expect(outcome.text).not.toMatch(/TfToken|\[object|-1\.88815\d*e\+289/);
  expect(outcome.annotations('warn')).toEqual([]);
  if (!READ_BY_RULES.includes(each.path)) expect(outcome.text).toMatch(/var\.given/);
});

test('a token is rejected only where the app itself has to know the value', () => {
  const rejected = CASES.filter(({ form }) => form === 'value').filter((each) => !('text' in outcomeOf(each)));
  expect(
    [
      ...new Set(
        rejected
          .filter(({ folder }) => /^(access|broker|configuration|endpoints|network|rules)$/.test(folder))
          .map(({ path }) => path),
      ),
    ].sort(),
  ).toEqual([
    'ActiveMqBrokerBaseProps.deletionProtection',
    'ActiveMqBrokerBaseProps.publiclyAccessible',
    'ActiveMqBrokerProps.publiclyAccessible',
    'ActiveStandbyBrokerProps.deletionProtection',
    'ActiveStandbyBrokerProps.publiclyAccessible',
    'BrokerLogs.resourcePolicy',
    'BrokerVpcProps.internetFacing',
    'BrokerVpcProps.lambdaEndpoints',
    'GeneratedPasswordOptions.replicaRegions',
    'RotatingUser.replicaRegions',
    'RotatingUser.rotation',
    'RotatingUser.secretRotation',
    'RuleAcknowledgement.code',
    'SingleInstanceBrokerProps.deletionProtection',
    'SingleInstanceBrokerProps.publiclyAccessible',
  ]);
});

const OTHER_TYPES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  string: fc.oneof(fc.integer(), fc.boolean(), fc.constant({}), fc.array(fc.string(), { minLength: 1 })),
  number: fc.oneof(fc.string(), fc.boolean(), fc.constant({}), fc.constant([])),
  boolean: fc.oneof(fc.string(), fc.integer(), fc.constant({}), fc.constant([])),
  'string[]': fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant({}),
    fc.constant([1]),
    fc.constant([['a']]),
  ),
  'Record<string, string>': fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(['a']),
    fc.constant({ a: 1 }),
    fc.constant({ a: ['b'] }),
  ),
};

test('every prop rejects what is of another type, by name and with what to write', () => {
  const typed = PROPS.filter(
    ({ type, struct, name }) => type in OTHER_TYPES && `${struct}.${name}` !== 'BrokerUser.secretArn',
  );
  const wrong = fc.constantFrom(...typed).chain((prop) => OTHER_TYPES[prop.type].map((value) => ({ prop, value })));
  fc.assert(
    fc.property(wrong, ({ prop: { struct, name }, value }) => {
      let error: unknown;
      try {
        Synthesized.from((stack) => STRUCTS[struct](stack, { [name]: value } as never));
      } catch (thrown) {
        error = thrown;
      }
      expect(Errors.isRuleViolationError(error)).toBe(true);
      expect(error).toMatchObject({ codes: expect.arrayContaining(['prop-kind']) });
      expect(String(error)).toMatch(
        new RegExp(`\\[prop-kind\\] (\\w+(\\[\\d+\\])?\\.)*${name}\\b.* is not .*; (write|give|use) `),
      );
    }),
    { numRuns: 300 },
  );
});
