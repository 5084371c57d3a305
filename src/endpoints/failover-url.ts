/** Values of the query of a failover URL; what is absent is left to the client library. */
export type FailoverQuery = Record<string, string | number | boolean | undefined>;

/** The composite URL by which a client library follows the active instance: `failover:(URL,URL)?option=value`. */
export function failoverUrl(urls: readonly string[], query: FailoverQuery): string {
  const options = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`);
  return `failover:(${urls.join(',')})${options.length > 0 ? `?${options.join('&')}` : ''}`;
}

/** Options under the names that a client library expects in the query. */
export function renamed<Options extends object>(
  options: Options,
  name: (option: keyof Options & string) => string,
): FailoverQuery {
  return Object.fromEntries(
    Object.entries(options).map(([option, value]) => [name(option as keyof Options & string), value]),
  );
}
