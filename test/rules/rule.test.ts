import { type Finding, inTermsOf, messageOf } from '../../src/rules/rule';

const finding: Finding = {
  code: 'storage-type',
  severity: 'error',
  property: 'storageType',
  problem: 'does not fit {deploymentMode}',
  remedy: 'set {storageType} to EFS, or change {ldap.userBase2}',
};

const asArgument = (path: string) => `<${path}>`;

test('a rule names facts in braces, and whoever reports a finding writes names of its own for them', () => {
  const allowed = 'EFS, with {ldap.hosts[0]} or (uid={0}) or {}';
  expect(messageOf(inTermsOf({ ...finding, allowed }, asArgument))).toBe(
    '[storage-type] <storageType> does not fit <deploymentMode>; allowed: EFS, with {ldap.hosts[0]} or (uid={0}) or {}; set <storageType> to EFS, or change <ldap.userBase2>',
  );
});

test('what is allowed is named too, and is left out where a rule does not say it', () => {
  expect(inTermsOf({ ...finding, allowed: 'as {deploymentMode} says' }, asArgument).allowed).toBe(
    'as <deploymentMode> says',
  );
  expect(inTermsOf(finding, asArgument)).not.toHaveProperty('allowed');
});

test.each<[string, unknown, string]>([
  ['a text', 'EBS', '"EBS"'],
  ['a list', ['EBS', 1], '["EBS",1]'],
  ['a number that JSON has not', NaN, 'NaN'],
])('a message shows %s as it is written', (_, got, shown) => {
  expect(messageOf({ ...finding, got })).toContain(`: got ${shown}; set`);
});
