import { fuzz } from './fuzz';

/** `npm run fuzz` sets both for more, or to repeat one. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_126);

describe('mutated plans and documents', () => {
  it(
    'crash no command, show no planted secret, and write nothing that a terminal or runner obeys',
    async () => {
      expect(await fuzz(SEED, RUNS)).toBeUndefined();
    },
    RUNS * 30 + 60_000,
  );
});
