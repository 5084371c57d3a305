// Writes the report of the dependency check into docs/architecture.md: npm run docs:architecture
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const PAGE = path.join(ROOT, 'docs/architecture.md');
const [START, END] = ['<!-- written by npm run docs:architecture -->', '<!-- end -->'];

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: { readonly violations: readonly unknown[]; readonly totalCruised: number };
}

function cruise(): Cruise {
  const command = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, 'src', '--config', '.dependency-cruiser.js', '--output-type', 'json'];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 }),
  ) as Cruise;
}

/** The floors from the top down, read from the rule that every folder has a place among them. */
export function floors(): string[] {
  const { forbidden } = require('../.dependency-cruiser.js') as {
    forbidden: { name: string; to: { pathNot?: string } }[];
  };
  const pattern = forbidden.find(({ name }) => name === 'no-unknown-floor')!.to.pathNot!;
  return /\((.*)\)/.exec(pattern)![1].split('|').reverse();
}

const floorOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];

function report({ modules, summary }: Cruise): string {
  const imports = new Map<string, Map<string, number>>();
  const files = new Map<string, number>();
  for (const { source, dependencies } of modules) {
    const floor = floorOf(source);
    if (floor === undefined) continue;
    files.set(floor, (files.get(floor) ?? 0) + 1);
    const counts = imports.get(floor) ?? new Map<string, number>();
    imports.set(floor, counts);
    for (const { resolved } of dependencies) {
      const other = floorOf(resolved);
      if (other !== undefined && other !== floor) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const order = floors();
  const rows = order
    .filter((floor) => files.has(floor))
    .map((floor) => {
      const below = [...imports.get(floor)!].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
      return `${floor.padEnd(14)}${String(files.get(floor)).padStart(5)}  ${below.map(([name, count]) => `${name} ${count}`).join(', ')}`.trimEnd();
    });
  const own = modules.filter(({ source }) => source.startsWith('src/')).length;
  return [
    `${own} files, ${summary.violations.length} violations`,
    '',
    `${'floor'.padEnd(14)}files  imports from the floors below, with their number`,
    ...rows,
  ].join('\n');
}

function main(): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.slice(0, page.indexOf(START)), page.slice(page.indexOf(END))];
  writeFileSync(PAGE, `${before}${START}\n\n\`\`\`text\n${report(cruise())}\n\`\`\`\n\n${after}`);
}

if (require.main === module) main();
