const { start } = require('../usage');

/** Measures an action done so many times, after so many times that are not measured. */
exports.measure = (action, warmRounds = 0, rounds = 1) => {
  for (let round = 0; round < warmRounds; round++) action();
  start(rounds);
  for (let round = 0; round < rounds; round++) action();
};
