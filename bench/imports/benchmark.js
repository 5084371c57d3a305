const { compare, run } = require('../compare');
const { ratioRow } = require('../row');

/** What the import of the package adds to that of what it stands on. */
exports.benchmark = () => {
  const against = 'cdktf and lib/mq-broker';
  const figures = compare(
    15,
    () => run('imports/package.js'),
    () => run('imports/cdktf.js'),
  );
  const memory = figures('peakMb');
  return [
    ratioRow('import of the package with them', against, 'time', figures('wallMs'), 1.15),
    {
      what: 'import of the package with them',
      against,
      measure: 'peak memory',
      ours: `${memory.ours.toFixed(1)} MB`,
      theirs: `${memory.theirs.toFixed(1)} MB`,
      result: memory.ours - memory.theirs,
      bound: 10,
      unit: 'MB',
    },
  ];
};
