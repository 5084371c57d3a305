import { type JsonObject, objectOf } from './json';
import { jsonItems, jsonMembers } from './json-members';

/**
 * The data sources in the text of a plan's `prior_state`. They are the only resources that a plan holds nowhere else;
 * all others are passed over without being parsed.
 */
export function* dataSourcesIn(priorState: string): Generator<JsonObject> {
  if (!isOfDataSource(priorState)) return;
  const values = memberText(priorState, 'values');
  const open = [memberText(values, 'root_module')];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const resource of itemTexts(module, 'resources')) {
      if (isOfDataSource(resource)) yield objectOf(JSON.parse(resource));
    }
    open.push(...itemTexts(module, 'child_modules'));
  }
}

function isOfDataSource(text: string): boolean {
  return /"mode"\s*:\s*"data"/.test(text);
}

function memberText(object: string, name: string): string {
  const span = jsonMembers(object)?.get(name);
  return span === undefined ? '' : object.slice(span.start, span.end);
}

function* itemTexts(object: string, name: string): Generator<string> {
  const list = memberText(object, name);
  for (const { start, end } of jsonItems(list)) yield list.slice(start, end);
}
