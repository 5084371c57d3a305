import { type JsonObject, listOf, objectOf } from '../../util/json';

/** The resources and data sources of a module of a state, and of the modules in it. */
export function* resourcesIn(root: JsonObject): Generator<JsonObject> {
  const open = [root];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    yield* listOf(module.resources).map(objectOf);
    for (const child of listOf(module.child_modules)) open.push(objectOf(child));
  }
}
