import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(__dirname, '../../src');

/** The modules of the AWS provider that the constructs import, without the provider itself. */
export const SOURCE_IMPORTS: readonly string[] = [
  ...new Set(
    readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(SOURCE, file), 'utf8').matchAll(/provider-aws\/lib\/([a-z0-9-]+)'/g),
      ])
      .map(([, module]) => module)
      .filter((module) => module !== 'provider'),
  ),
].sort();
