// The tests of files as jest has them: describe, test, hooks and tables, run one by one in this process.
const path = require('node:path');
const { expect } = require('expect');
const { bind } = require('jest-each');
const mock = require('jest-mock');
const { SnapshotState, toMatchSnapshot, toThrowErrorMatchingInlineSnapshot } = require('jest-snapshot');

expect.extend({ toMatchSnapshot, toThrowErrorMatchingInlineSnapshot });

/** The files that are loaded, by name, with their tests. */
const files = new Map();

/** Nothing runs after all tests of a file, because each may run again. */
const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];
let file;
let scope;

function newScope(name) {
  return { name, parent: scope, hasBegun: false, ...Object.fromEntries(HOOKS.map((hook) => [hook, []])) };
}

function describe(name, define) {
  const outer = scope;
  scope = newScope(name);
  try {
    define();
  } finally {
    scope = outer;
  }
}

function test(name, body) {
  const fullName = [...scopesOf(scope).map((outer) => outer.name), name].filter(Boolean).join(' ');
  file.tests.push({ id: `${file.name} > ${fullName}`, name: fullName, file, scope, body });
}

/** The scopes around a test, the outer ones first. */
function scopesOf(inner) {
  const scopes = [];
  for (let one = inner; one !== undefined; one = one.parent) scopes.unshift(one);
  return scopes;
}

/** Tests that are skipped or that are to fail judge nothing here. */
const skip = Object.assign(() => {}, { each: () => () => {} });
Object.assign(test, { each: bind(test, true), skip, failing: skip });
Object.assign(describe, { each: bind(describe, false), skip });
Object.assign(globalThis, { describe, expect, it: test, test, jest: { fn: mock.fn, spyOn: mock.spyOn } });
for (const hook of HOOKS) globalThis[hook] = (body) => scope[hook].push(body);

/** The tests of a file, which is loaded once. */
exports.testsOf = (name) => {
  if (files.has(name)) return files.get(name).tests;
  const snapshots = path.join(path.dirname(name), '__snapshots__', `${path.basename(name)}.snap`);
  const snapshotFormat = { escapeString: false, printBasicPrototype: false };
  const snapshotState = new SnapshotState(path.resolve(snapshots), { updateSnapshot: 'none', snapshotFormat });
  file = { name, snapshotState, tests: [] };
  files.set(name, file);
  scope = newScope();
  require(path.resolve(name));
  return file.tests;
};

/** Runs a test, and says why it fails. `enter` is told when the test itself begins, behind the hooks of all tests, and ends. */
exports.run = async ({ id, name, file: { name: fileName, snapshotState }, scope: inner, body }, enter) => {
  const scopes = scopesOf(inner);
  snapshotState._counters.clear();
  expect.setState({
    currentTestName: name,
    testPath: path.resolve(fileName),
    snapshotState,
    assertionCalls: 0,
    suppressedErrors: [],
  });
  try {
    for (const one of scopes) {
      if (one.hasBegun) continue;
      one.hasBegun = true;
      for (const hook of one.beforeAll) await called(hook);
    }
    enter(id);
    for (const one of scopes) for (const hook of one.beforeEach) await called(hook);
    await called(body);
    for (const one of scopes.reverse()) for (const hook of one.afterEach) await called(hook);
    const [suppressed] = expect.getState().suppressedErrors;
    if (suppressed !== undefined) throw suppressed;
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  } finally {
    enter(undefined);
  }
};

/** A function with a parameter says itself when it is done. */
function called(body) {
  if (body.length === 0) return body();
  return new Promise((done, fail) => {
    body((error) => (error === undefined ? done() : fail(error)));
  });
}
