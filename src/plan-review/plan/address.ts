/** A step of an address: its name, and its key under `count` or `for_each` as it is written. */
export interface Step {
  readonly name: string;
  readonly key: string | undefined;
}

/** `aws_subnet.a["x"].id` in steps, each with its key. */
export function addressSteps(text: string): Step[] {
  const found: Step[] = [];
  for (const [, name, key] of text.matchAll(/([^.[\]"]+)(\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\.?/g)) {
    found.push({ name, key: key?.slice(1, -1) });
  }
  return found;
}

/** The module instance in the address of a resource; empty for the root. */
export function moduleIn(address: string): string {
  const [path] = /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address)!;
  return path.slice(0, -1);
}

/** An address inside a module. */
export function addressIn(module: string, address: string): string {
  return module === '' ? address : `${module}.${address}`;
}
