const fs = require('node:fs');

module.exports = function endTemporaryFolder() {
  fs.rmSync(process.env.TMPDIR, { recursive: true, force: true });
};
