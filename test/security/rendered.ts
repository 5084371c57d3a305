import { spawnSync } from 'node:child_process';

const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tagfilter', 'tasklist'];

/** Whether GitHub's own renderer of Markdown is installed. */
const HAS_CMARK = spawnSync('cmark-gfm', ['--version']).status === 0;

/** Tests that look at rendered Markdown: skipped with a reason where cmark-gfm is missing, which fails in CI. */
export function describeRendered(name: string, tests: () => void): void {
  if (HAS_CMARK) describe(name, tests);
  else if (process.env.CI) {
    describe(name, () => {
      it('needs cmark-gfm', () => {
        throw new Error('cmark-gfm is not installed: install the Debian package cmark-gfm');
      });
    });
  } else describe.skip(`${name} (skipped: cmark-gfm is not installed)`, tests);
}

/** What GitHub makes live of a Markdown text: mentions, links, images, tags that are not its own, and formulas. */
export function liveParts(markdown: string): string[] {
  const ended = spawnSync('cmark-gfm', ['--unsafe', ...EXTENSIONS.flatMap((name) => ['--extension', name])], {
    input: markdown,
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  // GitHub looks for mentions, references and emoji outside code only.
  const bare = ended.stdout
    .replace(/<pre[^>]*>[\s\S]*?<\/pre>/g, '')
    .replace(/<code[^>]*>[\s\S]*?<\/code>/g, '')
    .replace(/<!--[\s\S]*?-->/, '');
  const tags = [...bare.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)].filter(([, tag]) => !OWN_TAGS.has(tag.toLowerCase()));
  const decoded = bare
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  return [
    ...tags.map(([tag]) => tag),
    ...(decoded.match(/@[a-z\d][\w-]*|https?:\/\/\S*|www\.\S+|:[a-z_]+:|#\d+|\$[^\s$]+\$/gi) ?? []),
    ...(decoded.match(/[\p{Cc}\p{Cf}]/gu) ?? []).filter((character) => character !== '\n'),
  ];
}

const OWN_TAGS = new Set('h3 p blockquote ul li strong em br details summary table thead tbody tr th td'.split(' '));

const ENTITIES: Readonly<Record<string, string>> = { '64': '@', commat: '@', amp: '&', lt: '<', gt: '>', quot: '"' };
