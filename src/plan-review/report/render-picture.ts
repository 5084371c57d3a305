import { plainText } from '../../util/phrase';
import { printable } from '../../util/printable';
import { type Effect, EFFECT_FACTS } from '../findings/effects';
import { type Picture, type PictureNode } from './report';

type Weight = (typeof EFFECT_FACTS)[Effect]['weight'];

const STYLES: Readonly<Record<Weight, string>> = {
  lost: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  touched: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  calm: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
};

const LONGEST_LABEL = 80;

/** A Mermaid drawing as a Markdown block; empty for an empty picture. */
export function renderPicture({ nodes, edges }: Picture): string {
  if (nodes.length === 0) return '';
  const ids = new Map(nodes.map(({ address }, index) => [address, `n${index}`]));
  const used = Object.entries(STYLES).filter(([weight]) => nodes.some((node) => weightOf(node) === weight));
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map((node) => `  ${ids.get(node.address)}${shape(node)}${className(node)}`),
    ...edges.map(({ from, to }) => `  ${ids.get(from)} --> ${ids.get(to)}`),
    ...used.map(([weight, style]) => `  classDef ${weight} ${style}`),
    '```',
  ].join('\n');
}

function shape({ address, type, effects }: PictureNode): string {
  const titles = effects.map((effect) => plainText(EFFECT_FACTS[effect].title)).join(', ');
  const text = `${label(address)}${titles === '' ? '' : `<br/>${titles}`}`;
  return type === 'aws_mq_broker' ? `(["${text}"])` : `["${text}"]`;
}

function className(node: PictureNode): string {
  const weight = weightOf(node);
  return weight === undefined ? '' : `:::${weight}`;
}

/** Of the worst that happens to it. */
function weightOf({ effects: [worst] }: PictureNode): Weight | undefined {
  return worst === undefined ? undefined : EFFECT_FACTS[worst].weight;
}

/**
 * Mermaid takes every sign by its number: so none is one of its own language, or of a link or mention. It shows the
 * characters themselves, so they are as printable as anywhere else.
 */
function label(text: string): string {
  return [...printable(text)]
    .slice(0, LONGEST_LABEL)
    .map((char) => (/[A-Za-z0-9_ ]/.test(char) ? char : `#${char.codePointAt(0)};`))
    .join('');
}
