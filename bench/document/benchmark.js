const fs = require('node:fs');
const path = require('node:path');
const { compare, run } = require('../compare');
const { DURABLE_DOCUMENT } = require('../durable-document');
const { milliseconds, ratioRow } = require('../row');

const ENTRIES = 10_000;
/** Documents of that size before those that are measured: by then the code of either way is compiled. */
const WARM_ROUNDS = 8;
/** Documents that are measured: enough for each to bear its share of the collection of garbage. */
const ROUNDS = 20;
/** Files that the command checks in one call. */
const FILES = 100;
const SCHEMA = path.join(__dirname, '..', '..', '.schemas', 'amazon-mq-active-mq-5.19.1.xsd');

/** A document read and checked, and also written in canonical form: against the bare parser, other sizes, and libxml2. */
exports.benchmark = (folder) => [
  ...bareParser('warm', [WARM_ROUNDS, ROUNDS], 3),
  ...bareParser('the first of a process', []),
  canonical(),
  growth(1_000),
  growth(10_000),
  ...libxml2(),
  defaultDocument(),
  ...wholeProcess(folder),
];

const check =
  (entries, ...rounds) =>
  () =>
    run('document/check.js', entries, ...rounds);
const what = (entries) => `check of ${entries} policy entries`;

function bareParser(state, rounds, bound) {
  const parse = () => run('document/parse.js', ENTRIES, ...rounds);
  const figures = compare(9, check(ENTRIES, ...rounds), parse);
  return [
    ratioRow(what(ENTRIES), 'the bare parser', `time, ${state}`, figures('wallMs'), bound),
    ratioRow(what(ENTRIES), 'the bare parser', `user CPU, ${state}`, figures('userMs')),
  ];
}

function canonical() {
  const rounds = [WARM_ROUNDS, ROUNDS];
  const figures = compare(9, check(ENTRIES, ...rounds, '--canonical'), check(ENTRIES, ...rounds));
  return ratioRow(`${what(ENTRIES)} and its canonical form`, 'the check alone', 'time, warm', figures('wallMs'));
}

function growth(entries) {
  const figures = compare(5, check(10 * entries), check(entries));
  return ratioRow(what(10 * entries), `of ${entries}`, 'user CPU', figures('userMs'), 10.5);
}

function libxml2() {
  if (!fs.existsSync(SCHEMA)) {
    console.error(`SKIPPED: libxml2 with AWS's schema, as there is no ${SCHEMA}: run npm run fetch:schemas`);
    return [];
  }
  const figures = compare(5, check(ENTRIES), () => run('document/validate.js', ENTRIES, SCHEMA));
  return [ratioRow(what(ENTRIES), 'libxml2 (WebAssembly), schema', 'user CPU', figures('userMs'))];
}

function defaultDocument() {
  const { userMs: result } = run('document/default-document.js');
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

/** The command as it is run: what it costs to start it, and what a file costs beside that. */
function wholeProcess(folder) {
  const files = Array.from({ length: FILES }, (_, index) => path.join(folder, `document-${index}.xml`));
  for (const file of files) fs.writeFileSync(file, DURABLE_DOCUMENT);
  const checkOne = () => run('document/command.js', files[0]);
  const checkAll = () => run('document/command.js', ...files);
  const nothing = () => run('document/nothing.js');
  const one = 'a process that checks one document';
  return [
    ratioRow(one, 'node -e 0', 'time', compare(15, checkOne, nothing)('wallMs'), 1.6),
    ratioRow(
      `a process that checks ${FILES} documents`,
      'one document',
      'time',
      compare(9, checkAll, checkOne)('wallMs'),
      3,
    ),
  ];
}
