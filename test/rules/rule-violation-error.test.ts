import path from 'node:path';
import { Errors } from '../../src/rules/rule-violation-error';
import { failoverUrlError } from './violating-call';

/** The source of the error, loaded a second time: as another copy of the package in one process. */
function otherCopy(): typeof Errors {
  let copy: { Errors: typeof Errors } | undefined;
  jest.isolateModules(() => {
    copy = require(path.join(__dirname, '../../src/rules/rule-violation-error')) as { Errors: typeof Errors };
  });
  return copy!.Errors;
}

describe('an error of this package', () => {
  const error = failoverUrlError();

  test('is known to the copy that threw it, with its codes and the place', () => {
    expect(Errors.isRuleViolationError(error)).toBe(true);
    expect(error).toMatchObject({ codes: ['failover-option'], constructPath: 'openWire.failoverUrl' });
  });

  test('is known to another copy of the package', () => {
    expect(otherCopy()).not.toBe(Errors);
    expect(otherCopy().isRuleViolationError(error)).toBe(true);
  });

  test.each([
    ['an error of something else', new Error('other')],
    ['a text', 'RuleViolationError'],
    ['null', null],
  ])('is not taken for %s', (_, value) => expect(Errors.isRuleViolationError(value)).toBe(false));
});
