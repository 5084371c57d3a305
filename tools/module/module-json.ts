import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Testing } from 'cdktf';
import { type Place } from './addresses';
import { template } from './expression';
import { type Blocks, type Json, type JsonObject, type ModuleJson, type TerraformModule } from './terraform-module';

/**
 * Synthesizes the module, and makes what is not always there conditional. The Region has its name as id in every version of
 * the provider; `region` is missing in 5, and `name` is deprecated in 6.
 */
export function moduleJson({ stack, variables, finish = (json) => json }: TerraformModule): ModuleJson {
  const outdir = mkdtempSync(path.join(tmpdir(), 'activemq-module-'));
  try {
    const module = stack(new App({ outdir }));
    const synthesized = Testing.synth(module).replaceAll(
      'data.aws_region.current.region',
      'data.aws_region.current.id',
    );
    const { output = {}, locals = {}, check = {}, data = {}, resource } = JSON.parse(synthesized) as ModuleJson;
    const json = { output, locals, check, data: tagged(data), resource: tagged(resource) };
    return typed(indexed(finish(json), module.places), variables) as unknown as ModuleJson;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Takes the inputs that are of type any from the module that types them. */
function typed(json: Json, variables: TerraformModule['variables']): Json {
  const names = Object.keys(variables).filter((name) => variables[name].keys);
  if (names.length === 0) return json;
  const reference = new RegExp(`\\bvar[.](${names.join('|')})\\b`, 'g');
  return JSON.parse(JSON.stringify(json).replaceAll(reference, 'module.inputs.$1')) as Json;
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
