/** The entry of a table for a name from outside. Members that every object inherits, such as `constructor`, do not count. */
export function lookup<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
