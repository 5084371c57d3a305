const path = require('node:path');
const { compare, run } = require('../compare');
const { ratioRow } = require('../row');
const { assertSameOutput } = require('./same-output');

const SIZES = [
  { count: 10, turns: 9 },
  { count: 100, turns: 7 },
  { count: 1000, turns: 3 },
];

const synthesize = (...args) => run('synth/app.js', ...args);

/** Active/standby brokers as the README makes them, against the same resources written by hand. */
exports.benchmark = (folder) => {
  const synth =
    (way, count, ...whole) =>
    () =>
      synthesize(way, count, path.join(folder, way), ...whole);
  assertSameOutput(folder, synthesize);
  return [
    ...SIZES.map(({ count, turns }) =>
      ratioRow(
        `synth of ${count} brokers`,
        'raw cdktf, equal output',
        'user CPU, modules loaded',
        compare(turns, synth('typed', count), synth('by-hand', count))('userMs'),
        1.2,
      ),
    ),
    ratioRow(
      'process that synthesizes 10 brokers',
      'raw cdktf, equal output',
      'user CPU, loading included',
      compare(9, synth('typed', 10, 'whole'), synth('by-hand', 10, 'whole'))('userMs'),
    ),
    ratioRow(
      'synth of 1000 brokers',
      'synth of 500',
      'user CPU, modules loaded',
      compare(3, synth('typed', 1000), synth('typed', 500))('userMs'),
      2.1,
    ),
  ];
};

exports.synthesize = synthesize;
