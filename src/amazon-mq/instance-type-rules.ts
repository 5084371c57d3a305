import { type Rule } from '../rules/rule';
import { FORMS } from './forms';
import { CREATABLE_INSTANCE_TYPES } from './instance-types';
import { SOURCES } from './sources';

/** What asks for an instance type. */
export interface InstanceTypeFacts {
  readonly instanceType?: string;
}

/** The instance types in words. */
export const INSTANCE_TYPES_ALLOWED = `${CREATABLE_INSTANCE_TYPES.join(', ')}, or what is newer than this package by InstanceType.of`;

export const INSTANCE_TYPE_RULES: readonly Rule<InstanceTypeFacts>[] = [
  {
    code: 'instance-type-form',
    severity: 'error',
    reason: 'Amazon MQ has no such instance type; the provider does not look at it',
    source: SOURCES.instanceTypes,
    check: ({ instanceType }) =>
      instanceType === undefined || FORMS.instanceType.test(instanceType)
        ? []
        : [
            {
              property: 'instanceType',
              problem: 'is not a broker instance type',
              got: instanceType,
              allowed: INSTANCE_TYPES_ALLOWED,
              remedy: 'write family and size behind mq., as in "mq.m5.large"',
            },
          ],
  },
];
