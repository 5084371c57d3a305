import type { Attribute, Element } from './element';
import { isUnresolvedValue } from './unresolved-value';

/** The attribute of that name, unless it is missing or only Terraform will know it. */
export function knownAttribute(element: Element, name: string): Attribute | undefined {
  const attribute = element.attributes.find((candidate) => candidate.namespace === '' && candidate.name === name);
  return attribute === undefined || isUnresolvedValue(attribute.value) ? undefined : attribute;
}

/** The attribute of that name, if it is known to say true, or to say false. */
export function attributeSaying(element: Element, name: string, wanted: boolean): Attribute | undefined {
  const attribute = knownAttribute(element, name);
  const value = attribute?.value.trim().toLowerCase();
  return (wanted ? ['true', '1'] : ['false', '0']).includes(value ?? '') ? attribute : undefined;
}

/** A whole number, if it is known to be one. */
export function knownNumber(attribute: Attribute | undefined): number | undefined {
  const value = attribute?.value.trim() ?? '';
  return /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
}
