const path = require('node:path');
const { compare, run } = require('../compare');
const { ratioRow } = require('../row');

const COUNT = 100;

/** A whole process that synthesizes brokers in one network, against the AWS CDK library for Amazon MQ. */
exports.benchmark = (folder) => {
  const figures = compare(
    5,
    () => run('whole-process/cdktf.js', COUNT, path.join(folder, 'cdktf')),
    () => run('whole-process/aws-cdk.js', COUNT, path.join(folder, 'aws-cdk')),
  );
  const what = `a process that synthesizes ${COUNT} brokers`;
  const against = '@cdklabs/cdk-amazonmq';
  return [
    ratioRow(what, against, 'time', figures('wallMs'), 0.15),
    ratioRow(what, against, 'user CPU', figures('userMs')),
  ];
};
