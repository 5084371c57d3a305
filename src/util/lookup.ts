/** What a table has under a foreign name; nothing that every object inherits, such as `constructor`. */
export function lookup<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
