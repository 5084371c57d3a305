import { type Attribute, type Element } from '../xml/element';
import { isUnresolvedValue } from './unresolved-value';

/** The attribute of that name, unless it is missing or only Terraform will know it. */
export function knownAttribute(element: Element, name: string): Attribute | undefined {
  const attribute = element.attributeNamed(name);
  return attribute === undefined || isUnresolvedValue(attribute.value) ? undefined : attribute;
}

/** The attribute of that name, if it is known to say true, or to say false. */
export function attributeSaying(element: Element, name: string, wanted: boolean): Attribute | undefined {
  const attribute = knownAttribute(element, name);
  if (attribute === undefined) return undefined;
  const value = attribute.value.trim().toLowerCase();
  return value === (wanted ? 'true' : 'false') || value === (wanted ? '1' : '0') ? attribute : undefined;
}

/** The attribute of that name, if it is known to be a word, in whatever case. */
export function attributeReading(element: Element, name: string, word: string): Attribute | undefined {
  const attribute = knownAttribute(element, name);
  return attribute?.value.toLowerCase() === word ? attribute : undefined;
}

/** A whole number, if it is known to be one. */
export function knownNumber(attribute: Attribute | undefined): number | undefined {
  const value = attribute?.value.trim() ?? '';
  return /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
}

/** Whether the attribute of that name is there, and only Terraform will know its value. */
export function isUnknown(element: Element, name: string): boolean {
  const value = element.attribute(name);
  return value !== undefined && isUnresolvedValue(value);
}
