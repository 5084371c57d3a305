import { isForEveryone, policyDifference, readPolicy } from '../../src/plan-review/plan/policy';

const ROLE = { AWS: 'arn:aws:iam::123456789012:role/app' };
const READ = { Effect: 'Allow', Principal: ROLE, Action: 'secretsmanager:GetSecretValue', Resource: '*' };
const policyOf = (...Statement: object[]) => readPolicy(JSON.stringify({ Statement }))!;

describe('what a policy newly allows (C5)', () => {
  it.each<[string, object[], object[], number]>([
    ['the same statement', [READ], [READ], 0],
    ['one statement instead of a list of one', [READ], [{ ...READ, Action: [READ.Action] }], 0],
    ['an action in other letters', [READ], [{ ...READ, Action: 'SecretsManager:getsecretvalue' }], 0],
    ['an action that a wildcard covers', [{ ...READ, Action: 'secretsmanager:Get*' }], [READ], 0],
    [
      'an action that a wildcard beside another action covers',
      [{ ...READ, Action: ['secretsmanager:PutSecretValue', 'secretsmanager:Get*'] }],
      [READ],
      0,
    ],
    ['a wildcard in the middle', [READ], [{ ...READ, Action: 'secretsmanager:*Value' }], 1],
    ['a question mark', [READ], [{ ...READ, Action: 'secretsmanager:GetSecretValu?' }], 1],
    ['a service instead of an account of the same name', [READ], [{ ...READ, Principal: { Service: ROLE.AWS } }], 1],
    ['everyone, written as AWS', [{ ...READ, Principal: '*' }], [{ ...READ, Principal: { AWS: '*' } }], 0],
    [
      'an account, written as its root',
      [{ ...READ, Principal: { AWS: '123456789012' } }],
      [{ ...READ, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }],
      0,
    ],
    ['everyone but a role', [READ], [{ ...READ, Principal: undefined, NotPrincipal: ROLE }], 1],
    [
      'more than everyone but a role',
      [{ ...READ, Principal: undefined, NotPrincipal: { AWS: ['a', 'b'] } }],
      [{ ...READ, Principal: undefined, NotPrincipal: { AWS: 'a' } }],
      1,
    ],
    [
      'less than everyone but a role',
      [{ ...READ, Principal: undefined, NotPrincipal: { AWS: 'a' } }],
      [{ ...READ, Principal: undefined, NotPrincipal: { AWS: ['a', 'b'] } }],
      0,
    ],
    [
      'somebody who was not excepted',
      [{ ...READ, Principal: undefined, NotPrincipal: { AWS: 'a' } }],
      [{ ...READ, Principal: { AWS: 'b' } }],
      0,
    ],
    [
      'somebody who was excepted',
      [{ ...READ, Principal: undefined, NotPrincipal: { AWS: 'a*' } }],
      [{ ...READ, Principal: { AWS: 'abc' } }],
      1,
    ],
    ['all actions but one', [READ], [{ ...READ, Action: undefined, NotAction: 'secretsmanager:DeleteSecret' }], 1],
    ['all resources but one', [{ ...READ, Resource: 'a' }], [{ ...READ, Resource: undefined, NotResource: 'b' }], 1],
    ['a condition dropped', [{ ...READ, Condition: { Bool: { 'aws:SecureTransport': true } } }], [READ], 1],
    ['a condition that is null', [READ], [{ ...READ, Condition: null }], 0],
    ['a condition added', [READ], [{ ...READ, Condition: { Bool: { 'aws:SecureTransport': true } } }], 0],
    [
      'a condition with another false',
      [{ ...READ, Condition: { Bool: { 'aws:SecureTransport': false } } }],
      [{ ...READ, Condition: { Bool: { 'aws:PrincipalIsAWSService': false } } }],
      1,
    ],
    [
      'a condition with an empty text',
      [{ ...READ, Condition: { StringEquals: { 'aws:PrincipalTag/a': 'x' } } }],
      [{ ...READ, Condition: { StringEquals: { 'aws:PrincipalTag/a': '' } } }],
      1,
    ],
    [
      'more values of a condition',
      [{ ...READ, Condition: { StringEquals: { k: 'a' } } }],
      [{ ...READ, Condition: { StringEquals: { k: ['a', 'b'] } } }],
      1,
    ],
    [
      'fewer values of a condition',
      [{ ...READ, Condition: { StringEquals: { k: ['a', 'b'] } } }],
      [{ ...READ, Condition: { StringEquals: { k: 'a' } } }],
      0,
    ],
    [
      'fewer values of a negated condition',
      [{ ...READ, Condition: { StringNotEquals: { k: ['a', 'b'] } } }],
      [{ ...READ, Condition: { StringNotEquals: { k: 'a' } } }],
      1,
    ],
    ['what was denied', [{ ...READ, Effect: 'Deny' }], [READ], 1],
    ['what is denied from now on', [], [{ ...READ, Effect: 'Deny' }], 0],
    ['what another statement denies', [], [READ, { ...READ, Effect: 'Deny', Principal: '*' }], 0],
  ])('counts %s', (_, before, after, expected) => {
    expect(policyDifference(policyOf(...before), policyOf(...after)).allowed).toHaveLength(expected);
  });

  it.each<[string, object[], object[], number]>([
    ['a denial that goes', [{ ...READ, Effect: 'Deny' }], [], 1],
    [
      'a denial that is swapped for another false',
      [{ ...READ, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': false } } }],
      [{ ...READ, Effect: 'Deny', Condition: { Bool: { 'aws:PrincipalIsAWSService': false } } }],
      1,
    ],
    ['a denial that gets wider', [{ ...READ, Effect: 'Deny' }], [{ ...READ, Effect: 'Deny', Principal: '*' }], 0],
  ])('is no longer denied: %s', (_, before, after, expected) => {
    expect(policyDifference(policyOf(...before), policyOf(...after)).noLongerDenied).toHaveLength(expected);
  });
});

describe('what changes in the lists of a statement', () => {
  const lists = (principals: string[], actions: string[], more: object = {}) => ({
    Effect: 'Allow',
    Principal: { AWS: principals },
    Action: actions,
    Resource: '*',
    ...more,
  });
  const added = (before: object[], after: object[]) =>
    policyDifference(policyOf(...before), policyOf(...after)).allowed.map(
      ({ principals, actions }) => `${principals.names.join(' and ')}: ${actions.names.join(' and ')}`,
    );

  it.each<[string, object[], object[], string[]]>([
    [
      'a principal',
      [lists(['a'], ['s:Get', 's:Put'])],
      [lists(['a', 'b'], ['s:Get', 's:Put'])],
      ['AWS b: s:get and s:put'],
    ],
    ['an action', [lists(['a', 'b'], ['s:Get'])], [lists(['a', 'b'], ['s:Get', 's:Put'])], ['AWS a and AWS b: s:put']],
    [
      'a principal and an action',
      [lists(['a'], ['s:Get'])],
      [lists(['a', 'b'], ['s:Get', 's:Put'])],
      ['AWS a and AWS b: s:get and s:put'],
    ],
    [
      'nothing, where two statements become one',
      [lists(['a'], ['s:Get']), lists(['b'], ['s:Get'])],
      [lists(['a', 'b'], ['s:Get'])],
      [],
    ],
    [
      'all of it, where its condition goes',
      [lists(['a', 'b'], ['s:Get'], { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })],
      [lists(['a', 'b'], ['s:Get'])],
      ['AWS a and AWS b: s:get'],
    ],
    [
      'everyone else, who is no list',
      [lists(['a'], ['s:Get'])],
      [{ ...lists([], ['s:Get']), Principal: undefined, NotPrincipal: { AWS: ['a', 'b'] } }],
      ['AWS a and AWS b: s:get'],
    ],
    [
      'the actions that were excepted',
      [{ ...lists(['a'], []), Action: undefined, NotAction: ['s:Put', 's:Delete'] }],
      [lists(['a'], ['s:Put', 's:Get'])],
      ['AWS a: s:put'],
    ],
    [
      'nothing, where all actions become all but one',
      [lists(['a'], ['*'])],
      [{ ...lists(['a'], []), Action: undefined, NotAction: ['s:Put'] }],
      [],
    ],
    [
      'all actions but one, where there was only that one',
      [lists(['a'], ['s:Put'])],
      [{ ...lists(['a'], []), Action: undefined, NotAction: ['s:Put'] }],
      ['AWS a: s:put'],
    ],
    [
      'a principal that nothing denies',
      [],
      [lists(['a', 'b'], ['s:Get']), lists(['a', 'b'], ['*'], { Effect: 'Deny' })],
      [],
    ],
  ])('is %s', (_, before, after, expected) => {
    expect(added(before, after)).toEqual(expected);
  });
});

describe('who a statement is for', () => {
  it.each<[string, object, boolean]>([
    ['everyone', { Principal: '*' }, true],
    ['everyone but somebody', { NotPrincipal: ROLE }, true],
    ['everyone over TLS', { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': true } } }, true],
    [
      'everyone of an organisation',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
      false,
    ],
    ['a role', { Principal: ROLE }, false],
    ...(
      [
        ['any principal', { StringLike: { 'aws:PrincipalArn': '*' } }, true],
        ['a role of any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } }, true],
        ['roles of an account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/*' } }, false],
        ['any organization', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }, true],
        [
          'a part of an organization',
          { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abc123def/r-*' } },
          false,
        ],
        ['an organization, if the request has one', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, true],
        ['no organization', { Null: { 'aws:PrincipalOrgID': 'true' } }, true],
        ['one of any addresses', { 'ForAnyValue:IpAddress': { 'aws:SourceIp': '0.0.0.0/0' } }, true],
        ['one of few addresses', { 'ForAnyValue:IpAddress': { 'aws:SourceIp': '198.51.100.0/24' } }, false],
        ['whoever is no service', { 'ForAnyValue:Bool': { 'aws:PrincipalIsAWSService': 'false' } }, true],
        ['another organization', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }, true],
        ['all of no values', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1/' } }, true],
        ['every address', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '0.0.0.0/1'] } }, true],
        ['every address of IPv6', { IpAddress: { 'aws:SourceIp': '::/0' } }, true],
        ['one of an address of IPv6', { IpAddress: { 'aws:SourceIp': '2001:db8::1' } }, false],
        ['at no address, before a network', { IpAddress: { 'aws:SourceIp': 'office 10.0.0.0/24' } }, true],
        ['at no address, behind a network', { IpAddress: { 'aws:SourceIp': '10.0.0.0/24 office' } }, true],
        ['at no address, before a network of IPv6', { IpAddress: { 'aws:SourceIp': 'office 2001:db8::/32' } }, true],
        ['at no address, behind a network of IPv6', { IpAddress: { 'aws:SourceIp': 'db8::/32 office' } }, true],
        ['a topic of an account', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:123456789012:*' } }, false],
        ['a secret of any account', { ArnLike: { 'aws:SourceArn': 'arn:aws:secretsmanager:*:*:secret:a' } }, true],
        ['any organization with few letters', { StringLike: { 'aws:PrincipalOrgPaths': 'o-ab/r-*' } }, true],
        ['a network', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32', '192.0.2.1'] } }, false],
        ['all addresses but some', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, true],
        ['a date', { DateLessThan: { 'aws:CurrentTime': '2099-01-01T00:00:00Z' } }, true],
        ['a tag that anybody can have', { StringEquals: { 'aws:PrincipalTag/team': 'x' } }, true],
        ['a service of AWS', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }, false],
        ['no service of AWS', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }, true],
        ['whoever asks through a service', { Bool: { 'aws:ViaAWSService': 'true' } }, true],
        ['a user by id', { StringLike: { 'aws:userid': 'AROAEXAMPLE0123:*' } }, false],
        ['of a key that ends like one of AWS', { StringEquals: { 'my-aws:PrincipalAccount': '123456789012' } }, true],
        ['of a key that starts like one of AWS', { StringEquals: { 'aws:PrincipalAccountX': '123456789012' } }, true],
        ['of one of no accounts', { StringEquals: { 'aws:PrincipalAccount': [] } }, true],
        ['an endpoint', { StringEquals: { 'aws:SourceVpce': 'vpce-0123' } }, false],
      ] as const
    ).map(([who, Condition, expected]): [string, object, boolean] => [
      `everyone who is ${who}`,
      { Principal: '*', Condition },
      expected,
    ]),
  ])('%s', (_, more, expected) => {
    expect(isForEveryone(policyOf({ Effect: 'Allow', Action: '*', ...more })[0])).toBe(expected);
  });
});

describe('a policy that cannot be read', () => {
  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no text', 7],
    ['an effect in small letters', JSON.stringify({ Statement: { ...READ, Effect: 'deny' } })],
    ['no effect', JSON.stringify({ Statement: { ...READ, Effect: undefined } })],
    ['a statement that is a text', JSON.stringify({ Statement: ['x'] })],
    ['no principal', JSON.stringify({ Statement: { ...READ, Principal: undefined } })],
    ['a principal that is a number', JSON.stringify({ Statement: { ...READ, Principal: 5 } })],
    ['a list within a list of principals', JSON.stringify({ Statement: { ...READ, Principal: { AWS: [['*']] } } })],
    ['no principal in a list', JSON.stringify({ Statement: { ...READ, Principal: { AWS: [] } } })],
    ['no action', JSON.stringify({ Statement: { ...READ, Action: undefined } })],
    ['an action and what it is not', JSON.stringify({ Statement: { ...READ, NotAction: 'x' } })],
    ['a condition that is a list', JSON.stringify({ Statement: { ...READ, Condition: [] } })],
    ['a condition without a key', JSON.stringify({ Statement: { ...READ, Condition: { StringEquals: 'x' } } })],
    ['an object as a condition', JSON.stringify({ Statement: { ...READ, Condition: { StringEquals: { k: {} } } } })],
    ['no value in a condition', JSON.stringify({ Statement: { ...READ, Condition: { StringEquals: { k: [null] } } } })],
    ['longer than AWS takes', JSON.stringify({ Statement: [], Comment: 'x'.repeat(52_000) })],
  ])('is %s', (_, text) => {
    expect(readPolicy(text)).toBeUndefined();
  });

  it.each(['{}', '{"Statement":null}', '{"Statement":[]}'])('is not one that grants nothing: %s', (text) => {
    expect(readPolicy(text)).toEqual([]);
  });

  it.each([undefined, null, ''])('is not an absent one: %p', (text) => {
    expect(readPolicy(text)).toEqual([]);
  });
});
