import { durationInWords } from '../../../src/document/check/duration-in-words';

test.each([
  [0, 'no time'],
  [1, '1 millisecond'],
  [1500, '1 second 500 milliseconds'],
  [600_000, '10 minutes'],
  [90_061_000, '1 day 1 hour 1 minute 1 second'],
])('%d ms are %s', (milliseconds, words) => {
  expect(durationInWords(milliseconds)).toBe(words);
});
