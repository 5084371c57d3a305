import { type Need, type Needs } from '../src/permissions/need';
import { DATA_SOURCE_NEEDS, RESOURCE_NEEDS } from '../src/permissions/needs';

/** The part of docs/permissions.md that the table of permissions makes. */
export function permissionsDocument(page: string): string {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`docs/permissions.md needs the lines ${BEGIN} and ${END}`);
  return `${page.slice(0, before + BEGIN.length)}\n\n${tables()}\n${page.slice(after)}`;
}

const BEGIN = '<!-- begin: npm run docs:permissions -->';
const END = '<!-- end -->';

function tables(): string {
  return [
    '| resource | in addition for | actions |',
    '| --- | --- | --- |',
    ...Object.entries(RESOURCE_NEEDS).flatMap(([type, needs]) => rows(type, needs)),
    '',
    '| data source | actions |',
    '| --- | --- |',
    ...Object.entries(DATA_SOURCE_NEEDS).map(([type, { plan }]) => `| \`${type}\` | ${cell(plan)} |`),
    '',
  ].join('\n');
}

/** The first row of a type is what every phase needs. */
function rows(type: string, { plan, apply, destroy }: Needs): string[] {
  return [`| \`${type}\` | | ${cell(plan)} |`, `| | apply | ${cell(apply)} |`, `| | destroy | ${cell(destroy)} |`];
}

function cell(needs: readonly Need[]): string {
  const texts = needs.filter(({ actions }) => actions.length > 0).map(text);
  return [...new Set(texts)].join('; ') || 'none';
}

function text({ actions, with: argument, of, caller }: Need): string {
  const names = actions.map((action) => `\`${action}\``).join(', ');
  const condition = argument ?? (caller === 'service' ? of : undefined);
  return `${names}${condition ? ` with \`${condition}\`` : ''}${caller === 'service' ? ' (AWS)' : ''}`;
}
