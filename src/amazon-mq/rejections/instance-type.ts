import { type Fact } from '../../util/fact';
import { type Engine } from '../engine';
import { creatableEngineVersions, engineVersionFacts } from '../engine-version';
import {
  creatableInstanceTypes,
  DEFAULT_INSTANCE_TYPE,
  familyOf,
  INSTANCE_TYPES,
  isInstanceType,
  RABBITMQ_ONLY_FAMILIES,
} from '../instance-type';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rules about instance types need. */
export interface Sized {
  readonly engine: Engine;
  readonly engineVersion?: Fact<string>;
  readonly instanceType?: Fact<string>;
}

/** The instance types in words. */
const allowed = ({ engine }: Sized) => `${creatableInstanceTypes(engine).join(', ')}, or a newer type`;

/** Take the same size of a family that the engine has, or the default. */
function remedyOf({ engine, instanceType }: Sized): string {
  const size = (instanceType ?? '').split('.').at(-1);
  const sameSize = creatableInstanceTypes(engine).find((name) => name.endsWith(`.${size}`));
  return `write ${JSON.stringify(sameSize ?? (engine === 'ActiveMQ' ? DEFAULT_INSTANCE_TYPE.name : 'mq.m7g.medium'))}`;
}

export const INSTANCE_TYPE_FORM: Rejection<Sized> = {
  code: 'instance-type-form',
  severity: 'error',
  reason: 'Amazon MQ has no such instance type; the provider does not check it',
  source: SOURCES.instanceTypes,
  allowed,
  remedy: remedyOf,
  check: ({ instanceType }) =>
    instanceType === undefined || isInstanceType(instanceType)
      ? []
      : [
          {
            property: 'instanceType',
            ...(instanceType === null
              ? { problem: 'is missing' }
              : { problem: 'is not a broker instance type', got: instanceType }),
          },
        ],
};

export const INSTANCE_TYPE_REJECTIONS: readonly Rejection<Sized>[] = [
  INSTANCE_TYPE_FORM,
  {
    code: 'instance-type-creatable',
    severity: 'error',
    reason: 'Amazon MQ creates no broker of a retired instance type',
    source: SOURCES.instanceTypes,
    allowed,
    remedy: remedyOf,
    check: ({ engine, instanceType }) => {
      const retired = INSTANCE_TYPES.find(({ name }) => name === instanceType)?.retired?.[engine];
      if (retired === undefined) return [];
      return [
        {
          property: 'instanceType',
          problem: `is retired (${retired})`,
          got: instanceType,
        },
      ];
    },
  },
  {
    code: 'instance-type-engine',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ offers the instance family for RabbitMQ only',
    source: SOURCES.instanceTypes,
    allowed,
    remedy: remedyOf,
    check: ({ instanceType }) =>
      isInstanceType(instanceType) && RABBITMQ_ONLY_FAMILIES.includes(familyOf(instanceType))
        ? [
            {
              property: 'instanceType',
              problem: 'is an instance type of RabbitMQ',
              got: instanceType,
            },
          ]
        : [],
  },
  {
    code: 'instance-type-engine-version',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'RabbitMQ 4 runs on mq.m7g only',
    source: SOURCES.rabbitMqVersions,
    remedy: 'change {instanceType} to the same size of mq.m7g in an apply of its own, then {engineVersion}',
    check: ({ engine, instanceType, engineVersion }) => {
      const families = engineVersion ? engineVersionFacts(engine, engineVersion)?.instanceFamilies : undefined;
      if (families === undefined || !isInstanceType(instanceType) || families.includes(familyOf(instanceType)))
        return [];
      return [
        {
          property: 'instanceType',
          problem: `cannot run RabbitMQ ${engineVersion}`,
          got: instanceType,
          allowed: `${families.join(', ')} for ${engineVersion}; every other family runs ${creatableEngineVersions(engine).at(-1)} at most`,
        },
      ];
    },
  },
  {
    code: 'instance-type-unknown',
    severity: 'info',
    reason: 'the package does not know the instance type; it may also be a typo',
    source: SOURCES.instanceTypes,
    allowed,
    remedy: 'check that it is spelled as you mean it, and that Amazon MQ offers it',
    check: ({ instanceType }) =>
      !isInstanceType(instanceType) ||
      INSTANCE_TYPES.some(({ name }) => name === instanceType) ||
      RABBITMQ_ONLY_FAMILIES.includes(familyOf(instanceType))
        ? []
        : [
            {
              property: 'instanceType',
              problem: 'is an instance type that this package does not know',
              got: instanceType,
            },
          ],
  },
];
