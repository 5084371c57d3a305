/** A dashboard body as far as the picture shows it. */
export interface DashboardBody {
  readonly widgets: readonly {
    readonly type: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const UNIT = { width: 50, height: 30 };
const GAP = 6;
const GRID_WIDTH = 24;
const COLORS = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728'];

/** The layout of a dashboard as SVG: each widget in its place, with its title and its lines. The curves are made up. */
export function dashboardPicture({ widgets }: DashboardBody): string {
  const height = Math.max(...widgets.map((widget) => widget.y + widget.height)) * UNIT.height + GAP;
  const width = GRID_WIDTH * UNIT.width + GAP;
  const shapes = widgets.map((widget) => {
    const box = {
      left: widget.x * UNIT.width + GAP,
      top: widget.y * UNIT.height + GAP,
      width: widget.width * UNIT.width - GAP,
      height: widget.height * UNIT.height - GAP,
    };
    return `${rectangle(box)}\n${CONTENTS[widget.type](box, widget.properties)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif">
<rect width="${width}" height="${height}" fill="#eaeded"/>
${shapes.join('\n')}
</svg>
`;
}

const CONTENTS: Readonly<Record<string, (box: Box, properties: Readonly<Record<string, unknown>>) => string>> = {
  text: ({ left, top }, { markdown }) =>
    String(markdown)
      .split('\n')
      .map((line, index) => {
        const isHeading = line.startsWith('# ');
        return label(left + 12, top + 24 + index * 20, line.replace(/^# /, ''), {
          size: isHeading ? 18 : 12,
          isHeading,
        });
      })
      .join('\n'),
  alarm: ({ left, top, width }, { title, alarms }) => {
    const count = (alarms as unknown[]).length;
    const [cell, perRow] = [(width - 24) / 5, 5];
    const cells = Array.from({ length: count }, (_, index) => {
      const [x, y] = [left + 12 + (index % perRow) * cell, top + 32 + Math.floor(index / perRow) * 30];
      return `<rect x="${x}" y="${y}" width="${cell - 8}" height="22" rx="3" fill="#e9f7ef" stroke="#2ca02c"/>`;
    });
    return [label(left + 12, top + 20, String(title), { isHeading: true }), ...cells].join('\n');
  },
  metric: (box, { title, metrics, yAxis }) => {
    const lines = (metrics as unknown[][]).map((row) => row.at(-1) as LineOptions).filter(isVisible);
    const axis = (yAxis as { left: { label?: string; max?: number } }).left;
    return [
      label(box.left + 12, box.top + 20, String(title), { isHeading: true }),
      label(box.left + box.width - 12, box.top + 20, [axis.max, axis.label].filter(Boolean).join(' '), {
        anchor: 'end',
      }),
      ...[1, 2, 3].map((part) => gridLine(box, part / 3)),
      ...lines.map((_, index) => curve(box, index)),
      ...lines.map((line, index) => legend(box, line, index)),
    ].join('\n');
  },
};

interface LineOptions {
  readonly label?: string;
  readonly visible?: boolean;
}

function isVisible({ visible = true }: LineOptions): boolean {
  return visible;
}

function rectangle({ left, top, width, height }: Box): string {
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="4" fill="#fff" stroke="#aab7b8"/>`;
}

/** Where the curves of a graph are drawn: below its title, above its legend. */
function plotArea({ left, top, width, height }: Box): Box {
  return { left: left + 12, top: top + 34, width: width - 24, height: height - 70 };
}

function gridLine(box: Box, part: number): string {
  const { left, top, width, height } = plotArea(box);
  const y = round(top + height * part);
  return `<line x1="${left}" y1="${y}" x2="${left + width}" y2="${y}" stroke="#eaeded"/>`;
}

function curve(box: Box, index: number): string {
  const { left, top, width, height } = plotArea(box);
  const points = Array.from({ length: 25 }, (_, step) => {
    const level = 0.3 + 0.2 * index + 0.08 * Math.sin(step / 2 + index * 2) + 0.05 * Math.cos(step * 1.3 + index);
    return `${round(left + (width * step) / 24)},${round(top + height * (1 - level))}`;
  });
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLORS[index % COLORS.length]}" stroke-width="1.5"/>`;
}

function legend(box: Box, line: LineOptions, index: number): string {
  const x = round(box.left + 12 + (index * (box.width - 24)) / 3);
  const y = box.top + box.height - 14;
  const name = line.label === '' ? 'one line for each queue' : String(line.label);
  return `<rect x="${x}" y="${y - 8}" width="8" height="8" fill="${COLORS[index % COLORS.length]}"/>
${label(x + 12, y, name, { size: 10 })}`;
}

function label(
  x: number,
  y: number,
  text: string,
  { size = 12, isHeading = false, anchor = 'start' }: { size?: number; isHeading?: boolean; anchor?: string } = {},
): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const weight = isHeading ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"${weight} fill="#16191f">${escaped}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
