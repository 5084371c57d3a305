/** Values of a metric, one a period; a missing value is undefined. */
export type Series = readonly (number | undefined)[];

/** What CloudWatch does where its documentation leaves room: an alarm must be right in each of these worlds. */
export interface World {
  /** Whether MAX, MIN and SUM over a list skip a series that lacks a value, or lack it as well. */
  readonly listsSkipMissing: boolean;
  /** Whether FILL fills a metric that has no value at all. */
  readonly fillsAbsent: boolean;
}

export const WORLDS: Readonly<Record<string, World>> = {
  'lists skip missing values, FILL leaves absent metrics': { listsSkipMissing: true, fillsAbsent: false },
  'lists skip missing values, FILL fills absent metrics': { listsSkipMissing: true, fillsAbsent: true },
  'lists lack missing values, FILL fills absent metrics': { listsSkipMissing: false, fillsAbsent: true },
};

type Value = number | Series | readonly Series[];

/** Computes the metric math that this package writes, over series of one length. */
export function evaluate(expression: string, metrics: ReadonlyMap<string, Series>, world: World): Series {
  const length = Math.max(...[...metrics.values()].map((series) => series.length));
  const tokens = expression.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|[<>=]=|[-+*/<>()[\],]/g) ?? [];
  let at = 0;
  const take = (expected?: string) => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`${expression}: ${expected ?? 'more'} expected, got ${token}`);
    return token;
  };
  const series = (value: Value): Series => {
    if (typeof value === 'number') return Array<number>(length).fill(value);
    if (value.some(Array.isArray)) throw new Error(`${expression}: a list where a series is expected`);
    return value as Series;
  };
  const zip = (operate: (...values: number[]) => number | undefined, ...values: Value[]): Series => {
    const all = values.map(series);
    return Array.from({ length }, (_, index) => {
      const operands = all.map((each) => each[index]);
      return operands.includes(undefined) ? undefined : operate(...(operands as number[]));
    });
  };
  const overList = (operate: (...values: number[]) => number, list: Value): Series =>
    Array.from({ length }, (_, index) => {
      const values = (list as readonly Series[]).map((each) => each[index]);
      const present = values.filter((value) => value !== undefined);
      const isMissing = present.length === 0 || (!world.listsSkipMissing && present.length < values.length);
      return isMissing ? undefined : operate(...present);
    });
  const FUNCTIONS: Readonly<Record<string, (...values: Value[]) => Series>> = {
    MAX: (list) => overList(Math.max, list),
    MIN: (list) => overList(Math.min, list),
    SUM: (list) => overList((...values) => values.reduce((sum, value) => sum + value), list),
    FILL: (value, filling) =>
      !world.fillsAbsent && series(value).every((each) => each === undefined)
        ? series(value)
        : series(value).map((each) => each ?? (filling as number)),
    IF: (condition, yes, no) => zip((decided, one, other) => (decided ? one : other), condition, yes, no),
    DIFF: (value) => {
      let before: number | undefined;
      return series(value).map((each) => {
        const difference = each === undefined || before === undefined ? undefined : each - before;
        before = each ?? before;
        return difference;
      });
    },
  };
  const OPERATORS: Readonly<Record<string, (left: number, right: number) => number | undefined>> = {
    '*': (left, right) => left * right,
    '/': (left, right) => (right === 0 ? undefined : left / right),
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '<': (left, right) => Number(left < right),
    '>': (left, right) => Number(left > right),
    '<=': (left, right) => Number(left <= right),
    '>=': (left, right) => Number(left >= right),
    '==': (left, right) => Number(left === right),
  };
  const LEVELS = [
    ['<', '>', '<=', '>=', '=='],
    ['+', '-'],
    ['*', '/'],
  ];

  const operation = (level: number): Value => {
    if (level === LEVELS.length) return operand();
    let left = operation(level + 1);
    while (LEVELS[level].includes(tokens[at])) left = zip(OPERATORS[take()], left, operation(level + 1));
    return left;
  };
  const commaList = (end: string): Value[] => {
    const values = [operation(0)];
    while (tokens[at] === ',' && take()) values.push(operation(0));
    take(end);
    return values;
  };
  const operand = (): Value => {
    const token = take();
    if (token === '[') return commaList(']').map(series);
    if (token === '(') {
      const [value] = commaList(')');
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    if (token in FUNCTIONS) {
      take('(');
      return FUNCTIONS[token](...commaList(')'));
    }
    const metric = metrics.get(token);
    if (metric === undefined) throw new Error(`${expression}: ${token} is neither a function nor the id of a metric`);
    return metric;
  };

  const result = series(operation(0));
  if (at < tokens.length) throw new Error(`${expression}: ${tokens.slice(at).join(' ')} is left over`);
  return result;
}
