import { ROTATION_RULES } from '../../src/access/rotation-rules';
import { judge } from '../../src/rules/rule';

const broker = { authenticationStrategy: 'LDAP', deploymentMode: 'SINGLE_INSTANCE', appliesImmediately: false };

test.each([
  ['rotates no user', { ...broker, rotations: [] }],
  ['is judged without its rotations', broker],
])('a broker that %s breaks no rule about rotations', (_, facts) => {
  expect(judge(ROTATION_RULES, facts)).toEqual([]);
});
