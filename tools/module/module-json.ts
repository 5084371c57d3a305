import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Testing } from 'cdktf';
import { ActiveMqModule } from './active-mq-module';
import { type Place } from './addresses';
import { template } from './expression';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };
type Blocks = Record<string, Record<string, JsonObject>>;

/** The module in Terraform's JSON syntax. */
export interface ModuleJson {
  readonly output: Record<string, JsonObject>;
  readonly locals: JsonObject;
  readonly check: Record<string, JsonObject>;
  readonly data: Blocks;
  readonly resource: Blocks;
}

/** Synthesizes the module, and makes what is not always there conditional. */
export function moduleJson(): ModuleJson {
  const outdir = mkdtempSync(path.join(tmpdir(), 'activemq-module-'));
  try {
    const module = new ActiveMqModule(new App({ outdir }));
    const { output, locals, check, data, resource } = JSON.parse(Testing.synth(module)) as ModuleJson;
    const json = { output, locals, check, data: tagged(data), resource: tagged(resource) };
    return indexed(json, module.places) as unknown as ModuleJson;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Adds the caller's tags where the constructs put a name. */
function tagged(blocks: Blocks): Blocks {
  for (const block of Object.values(blocks).flatMap((named) => Object.values(named))) {
    const { Name } = (block.tags ?? {}) as { Name?: string };
    if (Name !== undefined) block.tags = template(`merge({ Name = ${nameExpression(Name)} }, var.tags)`);
  }
  return blocks;
}

function nameExpression(name: string): string {
  return /^\$\{([\w.]+)\}$/.exec(name)?.[1] ?? `"${name}"`;
}

/** Gives what is repeated its `count` or `for_each`, and every reference to it the index. */
function indexed(json: ModuleJson, places: Map<string, Place>): Json {
  const references: [RegExp, string][] = [];
  for (const [address, { count, forEach }] of places) {
    if (!count && !forEach) continue;
    const [type, name] = address.replace(/^data\./, '').split('.');
    const blocks = (address.startsWith('data.') ? json.data : json.resource)[type];
    const repetition: JsonObject = count ? { count: template(count) } : { for_each: template(forEach!) };
    blocks[name] = { ...repetition, ...blocks[name] };
    const reference = new RegExp(`(?<![\\w.])${address.replaceAll('.', '\\.')}(?=\\.)`, 'g');
    references.push([reference, `${address}${count ? '[0]' : '[each.key]'}`]);
  }
  const rewritten = (value: Json, argument?: string): Json => {
    if (argument === 'depends_on') return value;
    if (typeof value === 'string')
      return references.reduce((text, [reference, index]) => text.replaceAll(reference, index), value);
    if (Array.isArray(value)) return value.map((item) => rewritten(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        name === 'dynamic' ? withOwnKey(rewritten(item) as JsonObject) : rewritten(item, name),
      ]),
    );
  };
  return rewritten(json as unknown as Json);
}

/** Inside a dynamic block the key has the name of the block. */
function withOwnKey(blocks: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, block]) => [
      name,
      JSON.parse(JSON.stringify(block).replaceAll('each.key', `${name}.key`)) as Json,
    ]),
  );
}
