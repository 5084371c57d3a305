/** A map, also a weak one. */
interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** The value that a map has for a key; if it has none, one that is made and kept. */
export function remembered<K, V>(memory: Memory<K, V>, key: K, make: () => V): V {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = make()));
  return value;
}
