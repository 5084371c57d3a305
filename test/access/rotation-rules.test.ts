import { ROTATION_RULES } from '../../src/access/rotation-rules';
import { judge } from '../../src/rules/rule';

test('a broker that rotates no user breaks no rule about rotations', () => {
  const broker = { authenticationStrategy: 'LDAP', deploymentMode: 'SINGLE_INSTANCE', appliesImmediately: false };
  expect(judge(ROTATION_RULES, { ...broker, rotations: [] })).toEqual([]);
});
