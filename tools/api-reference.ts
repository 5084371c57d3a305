import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const INDEX = 'README.md';

/**
 * The API reference as pages by file name, one for each type and an index, made by jsii-docgen from the assembly as it
 * was built. In one file it would be too long for what shows Markdown.
 */
export function apiReference(root: string): Record<string, string> {
  const types = parts(generated(root), 2).flatMap(({ name: kind, text }) =>
    parts(text, 3).map((part) => ({ ...part, kind, file: `${part.name}.md` })),
  );
  const fileOf = new Map(
    types.flatMap(({ text, file }) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => [id, file])),
  );
  const pages = types.map(({ text, file }) => [
    file,
    text
      .replace(/^##(?=#)/gm, '')
      .replace(/href="#([^"]+)"/g, (link, id) => (fileOf.get(id) === file ? link : `href="${fileOf.get(id)}#${id}"`)),
  ]);
  return { [INDEX]: indexOf(types), ...Object.fromEntries(pages) };
}

function generated(root: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-'));
  try {
    const docgen = path.join(root, 'node_modules', '.bin', 'jsii-docgen');
    execFileSync(process.execPath, [docgen, '--output', path.join(folder, 'api')], { cwd: root });
    return readFileSync(path.join(folder, 'api.md'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Part {
  readonly name: string;
  readonly text: string;
}

/** The parts of a text that begin with headings of a level. */
function parts(text: string, level: number): Part[] {
  return text
    .split(new RegExp(`^(?=${'#'.repeat(level)} )`, 'm'))
    .slice(1)
    .map((part) => ({ name: part.split(' ')[1], text: `${part.trimEnd()}\n` }));
}

function indexOf(types: (Part & { kind: string; file: string })[]): string {
  const lines = ['# API reference', '', 'Made from the jsii assembly by `npm run docs:api`.'];
  let current: string | undefined;
  for (const { kind, name, file, text } of types) {
    if (kind !== current) lines.push('', `## ${kind}`, '');
    current = kind;
    lines.push(`- [${name}](${file}): ${summary(text)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The first sentence under the heading of a type. */
function summary(text: string): string {
  const [, ...lines] = text.split('\n');
  return lines.find((line) => line !== '' && !line.startsWith('- ')) ?? '';
}
