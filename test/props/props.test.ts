import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Errors } from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform } from '../terraform/terraform';
import { structProps } from './struct-props';
import { STRUCTS } from './structs';
import { TOKEN_FORMS, variableIn } from './token-forms';

/** Folders whose structs have tests of tokens of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  document: 'test/document/definition: a definition is text in which tokens stay what they are',
  metrics: 'test/metrics: options of a metric are part of a query that the app writes',
};

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

const PROPS = structProps().filter(({ folder }) => ELSEWHERE[folder] === undefined);
const CASES = PROPS.flatMap(({ struct, folder, name, type }) =>
  Object.keys(TOKEN_FORMS[type] ?? {}).map((form) => ({ struct, folder, name, type, form, path: `${struct}.${name}` })),
);

function build(scope: Construct, { struct, name, type, form }: (typeof CASES)[number]): void {
  STRUCTS[struct](scope, { [name]: TOKEN_FORMS[type][form](variableIn(scope)) } as never);
}

test('every struct that the package exports has a builder, or a reason why not', () => {
  const structs = [...new Set(PROPS.map(({ struct }) => struct))];
  expect(structs.filter((struct) => !(struct in STRUCTS))).toEqual([]);
  expect(structs).toContain('ActiveStandbyBrokerProps');
  const paths = PROPS.map(({ struct, name }) => `${struct}.${name}`);
  expect(READ_BY_RULES.filter((each) => !paths.includes(each))).toEqual([]);
});

/** Rules that reject a token for one prop, with a reason of their own. */
const OWN_RULES: Readonly<Record<string, string>> = { 'BrokerLogGroupsProps.brokerId': 'log-group-broker-id' };

/** What a token for a prop gives: what is synthesized, or the error that rejects it. */
function outcomeOf(each: (typeof CASES)[number]): Synthesized | Error {
  try {
    return Synthesized.from((stack) => build(stack, each));
  } catch (error) {
    return error as Error;
  }
}

test.each(CASES)('$path takes $form as a token, or says what to write instead', (each) => {
  const outcome = outcomeOf(each);
  if (!('text' in outcome)) {
    expect(outcome).toMatchObject({ name: 'RuleViolationError', codes: [OWN_RULES[each.path] ?? 'prop-known'] });
    expect(outcome.message).toMatch(new RegExp(`${each.name} is .*; .*(write|give) `));
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

/** Each prop once, the forms of a token in turn: Terraform validates thousands of resources in minutes. */
function oneFormEach(cases: typeof CASES): typeof CASES {
  const byProp = new Map<string, typeof CASES>();
  for (const each of cases) byProp.set(each.path, [...(byProp.get(each.path) ?? []), each]);
  return [...byProp.values()].map((forms, index) => forms[index % forms.length]);
}

/** Structs of folders whose resource types the simulated provider lacks: CloudWatch alarms, SNS, Lambda, KMS keys. */
const NOT_SIMULATED = ['lambda', 'monitoring', 'strict'];
const VALIDATED = CASES.filter(({ folder }) => !NOT_SIMULATED.includes(folder)).map(({ struct }) => struct);

describeWithTerraform('every prop in a form of a token', (aws) => {
  it.each([...new Set(VALIDATED)])('is valid Terraform: %s', async (struct) => {
    const { text } = Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      oneFormEach(CASES.filter((each) => each.struct === struct && 'text' in outcomeOf(each))).forEach((each, index) =>
        build(new Construct(stack, `case-${index}`), each),
      );
    });
    const workspace = aws().workspace(text);
    await workspace.init();
    const { code, output } = await workspace.validate();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('The configuration is valid') });
  });
});
