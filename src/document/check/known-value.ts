import { type Attribute, type Element } from '../xml/element';
import { isPlaceholder } from './placeholder';
import { isUnresolvedValue } from './unresolved-value';

/** The attribute of that name, unless it is missing or only Terraform knows its value. */
export function knownAttribute(element: Element, name: string): Attribute | undefined {
  const attribute = element.attributeNamed(name);
  return attribute === undefined || isUnresolvedValue(attribute.value) ? undefined : attribute;
}

/** The attribute of that name, if its known value is true, or is false. */
export function attributeSaying(element: Element, name: string, wanted: boolean): Attribute | undefined {
  const attribute = knownAttribute(element, name);
  return attribute !== undefined && booleanIn(attribute.value) === wanted ? attribute : undefined;
}

/** The attribute of that name, if its known value is a word, in whatever case. */
export function attributeReading(element: Element, name: string, word: string): Attribute | undefined {
  const attribute = knownAttribute(element, name);
  return attribute?.value.toLowerCase() === word ? attribute : undefined;
}

/**
 * What a switch is set to: its value, or the default of ActiveMQ where the attribute is left out or dropped; undefined
 * where only Terraform knows it.
 */
export function switchedTo(element: Element, name: string, defaultValue: boolean): boolean | undefined {
  const value = element.attribute(name);
  if (value === undefined || isPlaceholder(value)) return defaultValue;
  return isUnresolvedValue(value) ? undefined : booleanIn(value);
}

/** The number an attribute is set to, or the default of ActiveMQ; undefined where it is not known, or not a whole number. */
export function numberSetTo(element: Element, name: string, defaultValue: number): number | undefined {
  const value = element.attribute(name);
  if (value === undefined || isPlaceholder(value)) return defaultValue;
  return knownNumber(knownAttribute(element, name));
}

/** A whole number, if the value is known to be one. */
export function knownNumber(attribute: Attribute | undefined): number | undefined {
  const value = attribute?.value.trim() ?? '';
  return /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
}

/** Whether the attribute of that name exists and only Terraform knows its value. */
export function hasUnknownValue(element: Element, name: string): boolean {
  const value = element.attribute(name);
  return value !== undefined && isUnresolvedValue(value);
}

function booleanIn(value: string): boolean | undefined {
  const word = value.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : undefined;
}
