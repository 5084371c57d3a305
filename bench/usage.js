// Loaded before each measured script: as its process ends, it tells on file descriptor 3 what it used. A script that
// measures a part of itself calls `start` where that part begins, and says how often it then does the same: the times it
// tells are those of once.
const fs = require('node:fs');

let from = { ms: 0, userUs: 0 };
let times = 1;

exports.start = (rounds = 1) => {
  times = rounds;
  from = now();
};

process.on('exit', () => {
  const { ms, userUs } = now();
  fs.writeSync(
    3,
    JSON.stringify({
      wallMs: (ms - from.ms) / times,
      userMs: (userUs - from.userUs) / 1000 / times,
      peakMb: process.resourceUsage().maxRSS / 1024,
    }),
  );
});

function now() {
  return { ms: performance.now(), userUs: process.resourceUsage().userCPUTime };
}
