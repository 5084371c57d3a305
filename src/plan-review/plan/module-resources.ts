import { type JsonObject, listOf, objectOf } from './json';

/** The resources and data sources of a module of a state, and of the modules in it. */
export function* resourcesIn(module: JsonObject): Generator<JsonObject> {
  for (const resource of listOf(module.resources)) yield objectOf(resource);
  for (const child of listOf(module.child_modules)) yield* resourcesIn(objectOf(child));
}
