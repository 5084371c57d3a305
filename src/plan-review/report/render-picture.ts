import { plainText } from '../../util/phrase';
import { type Effect, EFFECT_FACTS } from '../findings/effects';
import { type Picture, type PictureNode } from './report';

type Style = readonly [name: string, effects: readonly Effect[], style: string];

const STYLES: readonly Style[] = [
  ['lost', ['replace', 'delete', 'fails', 'cut-off', 'exposure'], 'fill:#ffebe9,stroke:#cf222e,color:#1f2328'],
  ['touched', ['reboot', 'no-effect', 'unknown', 'pending'], 'fill:#fff8c5,stroke:#9a6700,color:#1f2328'],
  ['calm', ['in-place', 'create'], 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328'],
];

const LONGEST_LABEL = 80;

/** A Mermaid drawing as a Markdown block; empty for an empty picture. */
export function renderPicture({ nodes, edges }: Picture): string {
  if (nodes.length === 0) return '';
  const ids = new Map(nodes.map(({ address }, index) => [address, `n${index}`]));
  const used = STYLES.filter((style) => nodes.some((node) => styleOf(node) === style));
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map((node) => `  ${ids.get(node.address)}${shape(node)}${className(node)}`),
    ...edges.map(({ from, to }) => `  ${ids.get(from)} --> ${ids.get(to)}`),
    ...used.map(([name, , style]) => `  classDef ${name} ${style}`),
    '```',
  ].join('\n');
}

function shape({ address, type, effects }: PictureNode): string {
  const titles = effects.map((effect) => plainText(EFFECT_FACTS[effect].title)).join(', ');
  const text = `${label(address)}${titles === '' ? '' : `<br/>${titles}`}`;
  return type === 'aws_mq_broker' ? `(["${text}"])` : `["${text}"]`;
}

function className(node: PictureNode): string {
  const style = styleOf(node);
  return style === undefined ? '' : `:::${style[0]}`;
}

/** By the worst that happens to it. */
function styleOf({ effects: [worst] }: PictureNode): Style | undefined {
  return worst === undefined ? undefined : STYLES.find(([, effects]) => effects.includes(worst));
}

/** Mermaid takes every sign by its number: so none is one of its own language, or of a link or mention. */
function label(text: string): string {
  return [...text.slice(0, LONGEST_LABEL)]
    .map((char) => (/[A-Za-z0-9_ ]/.test(char) ? char : `#${char.codePointAt(0)};`))
    .join('');
}
