const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Temporary files of a run go into one folder, because CDKTF makes one for each app under test and leaves it there. */
module.exports = function beginTemporaryFolder() {
  process.env.TMPDIR = fs.mkdtempSync(path.join(os.tmpdir(), 'cdktf-amazon-mq-'));
};
