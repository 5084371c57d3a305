import { type Element } from '../xml/element';

type DestinationKind = 'queue' | 'topic';

/** Whether messages of that kind may pass: unless the connector lists what may pass, and lists none of the kind. */
export function passes(connector: Element, kind: DestinationKind): boolean {
  const isExcluded = listed(connector, 'excludedDestinations').some(
    (destination) => destination.name === kind && destination.attribute('physicalName') === '>',
  );
  if (isExcluded) return false;
  const dynamic = listed(connector, 'dynamicallyIncludedDestinations');
  return dynamic.length === 0 || dynamic.some(({ name }) => name === kind) || includesAlways(connector, kind);
}

/** Whether destinations of that kind pass without a consumer that asks for them. */
export function includesAlways(connector: Element, kind: DestinationKind): boolean {
  return listed(connector, 'staticallyIncludedDestinations').some(({ name }) => name === kind);
}

function listed(connector: Element, list: string): Element[] {
  return connector.children.filter(({ name }) => name === list).flatMap(({ children }) => children);
}
