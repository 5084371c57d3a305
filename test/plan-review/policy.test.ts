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
  ])('%s', (_, more, expected) => {
    expect(isForEveryone(policyOf({ Effect: 'Allow', Action: '*', ...more })[0])).toBe(expected);
  });
});

describe('a policy that cannot be read', () => {
  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no text', 7],
    ['longer than AWS takes', JSON.stringify({ Statement: [], Comment: 'x'.repeat(52_000) })],
  ])('is %s', (_, text) => {
    expect(readPolicy(text)).toBeUndefined();
  });

  it.each([undefined, null, ''])('is not an absent one: %p', (text) => {
    expect(readPolicy(text)).toEqual([]);
  });
});
