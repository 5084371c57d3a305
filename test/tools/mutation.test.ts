import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

interface Mutant {
  readonly status: string;
  readonly replacement: string;
  readonly static: boolean;
  readonly killedBy?: readonly string[];
}

/** Changes lines of the folder endpoints as `npm run mutation` does. */
function mutated(lines: string) {
  const args = ['tools/mutation.js', 'endpoints', '--mutate', lines];
  const { status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const report = JSON.parse(readFileSync(path.join(root, 'reports/mutation/endpoints.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
    readonly testFiles: Readonly<Record<string, { readonly tests: readonly { id: string; name: string }[] }>>;
  };
  const tests = Object.values(report.testFiles).flatMap((file) => file.tests);
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  return {
    status,
    mutants: mutants.map(({ killedBy = [], ...mutant }) => ({
      ...mutant,
      by: killedBy.map((killer) => tests.find(({ id }) => id === killer)?.name),
    })),
  };
}

describe('npm run mutation', () => {
  it('finds the test that notices a change, also one that happens as a file is loaded', () => {
    const source = readFileSync(path.join(root, 'src/endpoints/openwire-failover.ts'), 'utf8').split('\n');
    const line = source.findIndex((text) => text.includes('maxReconnectAttempts: -1')) + 1;
    const { status, mutants } = mutated(`src/endpoints/openwire-failover.ts:${line}-${line}`);
    expect(mutants).toMatchObject([
      {
        status: 'Killed',
        replacement: '+1',
        static: true,
        by: ['the numbers of a failover URL for openWire maxReconnectAttempts may be -1, for no limit, and not -2'],
      },
    ]);
    expect(status).toBe(0);
  });
});
