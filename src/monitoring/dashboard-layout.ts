/** A widget without its place. */
export interface Widget {
  readonly type: 'text' | 'metric' | 'alarm';
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A widget in the grid of a dashboard, which is 24 units wide. */
interface PlacedWidget extends Widget {
  readonly x: number;
  readonly y: number;
}

/** Puts rows of widgets below each other; the highest widget of a row gives its height. */
export function placed(rows: readonly (readonly Widget[])[]): PlacedWidget[] {
  let y = 0;
  return rows.flatMap((row) => {
    let x = 0;
    const top = y;
    y += Math.max(0, ...row.map(({ height }) => height));
    return row.map((widget) => {
      const left = x;
      x += widget.width;
      return { ...widget, x: left, y: top };
    });
  });
}
