import { describeFinding } from '../../../src/document/check/describe-finding';
import { phrase } from '../../../src/util/phrase';

const FINDING = { code: 'text', severity: 'error', path: '/broker', message: phrase`a fault` } as const;
const AT = { line: 2, column: 7 };

test.each([
  ['in a file, with its place', { ...FINDING, ...AT }, 'orders.xml', '[text] orders.xml:2:7, /broker: a fault'],
  ['in a file, where the place is not known', FINDING, 'orders.xml', '[text] orders.xml, /broker: a fault'],
  ['in a text, with its place', { ...FINDING, ...AT }, undefined, '[text] line 2, column 7, /broker: a fault'],
  ['in what was never a text', FINDING, undefined, '[text] /broker: a fault'],
  ['with what to do', { ...FINDING, remedy: phrase`remove ${'it'}` }, undefined, '[text] /broker: a fault; remove it'],
])('a finding is described %s', (_what, finding, file, message) => {
  expect(describeFinding(finding, file)).toEqual({ code: 'text', severity: 'error', message });
});
