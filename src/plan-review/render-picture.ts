import type { Effect } from './effects';
import type { Picture, PictureNode } from './report';
import { EFFECT_TITLES } from './verdict';

const STYLES: readonly (readonly [string, readonly Effect[], string])[] = [
  ['lost', ['replace', 'delete', 'fails', 'exposure'], 'fill:#ffebe9,stroke:#cf222e,color:#1f2328'],
  ['touched', ['reboot', 'no-effect', 'pending'], 'fill:#fff8c5,stroke:#9a6700,color:#1f2328'],
  ['calm', ['in-place', 'create'], 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328'],
];

/** A Mermaid drawing as a Markdown block; empty for an empty picture. */
export function renderPicture({ nodes, edges }: Picture): string {
  if (nodes.length === 0) return '';
  const ids = new Map(nodes.map(({ address }, index) => [address, `n${index}`]));
  const used = STYLES.filter(([, effects]) =>
    nodes.some(({ effect }) => effect !== undefined && effects.includes(effect)),
  );
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map((node) => `  ${ids.get(node.address)}${shape(node)}${styleOf(node)}`),
    ...edges.map(({ from, to }) => `  ${ids.get(from)} --> ${ids.get(to)}`),
    ...used.map(([name, , style]) => `  classDef ${name} ${style}`),
    '```',
  ].join('\n');
}

function shape({ address, type, effect }: PictureNode): string {
  const text = `${label(address)}${effect === undefined ? '' : `<br/>${EFFECT_TITLES[effect]}`}`;
  return type === 'aws_mq_broker' ? `(["${text}"])` : `["${text}"]`;
}

function styleOf({ effect }: PictureNode): string {
  const style = STYLES.find(([, effects]) => effect !== undefined && effects.includes(effect));
  return style === undefined ? '' : `:::${style[0]}`;
}

/** Mermaid takes the signs of its own language by their numbers. */
function label(text: string): string {
  return text.slice(0, 80).replace(/[^A-Za-z0-9_. /:-]/g, (char) => `#${char.codePointAt(0)};`);
}
