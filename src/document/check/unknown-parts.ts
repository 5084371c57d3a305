import { type Element } from '../xml/element';
import { isUnresolvedValue } from './unresolved-value';

/** Whether the element has no such attribute, and no template fills one in. */
export function lacksAttribute(element: Element, name: string): boolean {
  return element.attribute(name) === undefined && element.hasUnknownAttributes !== true;
}

/** Whether a template fills in children of the element that cannot be seen. */
export function hasUnknownChildren({ texts }: Element): boolean {
  return texts !== undefined && texts.some(({ value }) => isUnresolvedValue(value));
}

/** Whether a template fills in children of the element, or of one of its children. */
export function hasUnknownContent(element: Element): boolean {
  return [element, ...element.children].some(hasUnknownChildren);
}
