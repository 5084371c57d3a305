import { allMarkup, type Markup } from './markup';

/** Takes away from a document whatever it can while something stays true of it. */
export async function shrinkMarkup(root: Markup, holds: (root: Markup) => Promise<boolean>): Promise<Markup> {
  let smallest = root;
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (const smaller of smallerOnes(smallest)) {
      if (!(await holds(smaller))) continue;
      [smallest, shrunk] = [smaller, true];
      break;
    }
  }
  return smallest;
}

function* smallerOnes(root: Markup): Generator<Markup> {
  const elements = allMarkup(root);
  for (const [index, { content, attributes }] of elements.entries()) {
    for (let part = 0; part < content.length; part++)
      yield without(root, index, (copy) => copy.content.splice(part, 1));
    for (let at = 0; at < attributes.length; at++) yield without(root, index, (copy) => copy.attributes.splice(at, 1));
  }
}

function without(root: Markup, index: number, remove: (element: Markup) => void): Markup {
  const copy = structuredClone(root);
  remove(allMarkup(copy)[index]);
  return copy;
}
