// Loaded before each measured script: as its process ends, it tells on file descriptor 3 what it used. A script that
// measures a part of itself calls `start` where that part begins.
const fs = require('node:fs');

let from = { ms: 0, userUs: 0 };

exports.start = () => {
  from = now();
};

process.on('exit', () => {
  const { ms, userUs } = now();
  fs.writeSync(
    3,
    JSON.stringify({
      wallMs: ms - from.ms,
      userMs: (userUs - from.userUs) / 1000,
      peakMb: process.resourceUsage().maxRSS / 1024,
    }),
  );
});

function now() {
  return { ms: performance.now(), userUs: process.resourceUsage().userCPUTime };
}
