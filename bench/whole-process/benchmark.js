const path = require('node:path');
const { compare, run } = require('../compare');
const { ratioRow } = require('../row');
const { assertSameOutput } = require('../synth/same-output');

const COUNT = 100;

const synthesize = (...args) => run('whole-process/cdktf.js', ...args);

/**
 * A whole process that synthesizes brokers in one network, against the AWS CDK library for Amazon MQ. The same resources
 * written by hand stand beside it: what is left of their time is that of Node, cdktf and the provider's classes.
 */
exports.benchmark = (folder) => {
  assertSameOutput(folder, synthesize);
  const typed = () => synthesize('typed', COUNT, path.join(folder, 'typed'));
  const byHand = () => synthesize('by-hand', COUNT, path.join(folder, 'by-hand'));
  const peer = () => run('whole-process/aws-cdk.js', COUNT, path.join(folder, 'aws-cdk'));
  const against = '@cdklabs/cdk-amazonmq';
  const what = `a process that synthesizes ${COUNT} brokers`;
  const ours = compare(5, typed, peer);
  return [
    ratioRow(what, against, 'time', ours('wallMs'), 0.2),
    ratioRow(what, against, 'user CPU', ours('userMs')),
    ratioRow(`${what} by hand`, against, 'time', compare(5, byHand, peer)('wallMs')),
    ratioRow(what, 'raw cdktf, equal output', 'time', compare(9, typed, byHand)('wallMs')),
  ];
};

exports.synthesize = synthesize;
