const fs = require('node:fs');
const path = require('node:path');
const { compare, run } = require('../compare');
const { milliseconds, ratioRow } = require('../row');
const { ROUNDS } = require('./warm-rounds');

const ENTRIES = 10_000;
/** Documents of that size before the one that is measured: by then the code of either way is compiled. */
const WARM_ROUNDS = 8;
const SCHEMA = path.join(__dirname, '..', '..', '..', 'shared', 'xsd', 'amazon-mq-active-mq-5.19.1.xsd');

/** A document read, checked and written in canonical form: against the bare parser, other sizes, and libxml2. */
exports.benchmark = () => [
  bareParser('warm', WARM_ROUNDS, 3),
  bareParser('the first of a process', 0),
  growth(1_000),
  growth(10_000),
  ...libxml2(),
  defaultDocument(),
];

const check =
  (entries, ...warmRounds) =>
  () =>
    run('document/check.js', entries, ...warmRounds);
const what = (entries) => `check of ${entries} policy entries`;

function bareParser(state, warmRounds, bound) {
  const parse = () => run('document/parse.js', ENTRIES, warmRounds);
  const figures = compare(9, check(ENTRIES, warmRounds), parse);
  return ratioRow(what(ENTRIES), 'the bare parser', `user CPU, ${state}`, figures('userMs'), bound);
}

function growth(entries) {
  const figures = compare(5, check(10 * entries), check(entries));
  return ratioRow(what(10 * entries), `of ${entries}`, 'user CPU', figures('userMs'), 10.5);
}

function libxml2() {
  if (!fs.existsSync(SCHEMA)) {
    console.error(`SKIPPED: libxml2 with AWS's schema, as there is no ${SCHEMA}`);
    return [];
  }
  const figures = compare(5, check(ENTRIES), () => run('document/validate.js', ENTRIES, SCHEMA));
  return [ratioRow(what(ENTRIES), 'libxml2 (WebAssembly), schema', 'user CPU', figures('userMs'))];
}

function defaultDocument() {
  const { userMs } = run('document/default-document.js');
  const result = userMs / ROUNDS;
  return {
    what: 'check of the default document, warm',
    against: '',
    measure: 'user CPU',
    ours: milliseconds(result),
    theirs: '',
    result,
    bound: 1,
    unit: 'ms',
  };
}
