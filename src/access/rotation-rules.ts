import { type BrokerFacts } from '../amazon-mq/broker-facts';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { SOURCES } from '../amazon-mq/sources';
import { type FindingDetails, type Rule } from '../rules/rule';
import { type Fact } from '../util/fact';
import { isWholeWithin } from '../util/whole-number';

/** What the rules see of the users whose passwords are rotated, and of their broker. */
export interface RotationFacts extends Pick<BrokerFacts, 'authenticationStrategy' | 'deploymentMode'> {
  readonly rotations: readonly {
    readonly rotation?: Fact<number>;
    readonly secretRotation?: Fact<number>;
  }[];
  /** Whether the apply reboots the broker; absent if only Terraform knows it. */
  readonly appliesImmediately?: boolean;
}

function isNumber(rotation: Fact<number>): rotation is number {
  return isWholeWithin(rotation, { min: 1 });
}

export const ROTATION_RULES: readonly Rule<RotationFacts>[] = [
  {
    code: 'rotation-number',
    severity: 'error',
    reason:
      'the number decides which of the two users gets a new password: an odd one the first, an even one the second',
    source: SOURCES.rotation,
    check: eachRotation(({ rotation }, at) =>
      rotation === undefined || isNumber(rotation)
        ? []
        : [
            {
              property: `${at}.rotation`,
              problem: rotation === null ? 'is missing' : 'is not the number of a rotation',
              ...(rotation === null ? {} : { got: rotation }),
              allowed: 'a whole number from 1',
              remedy: 'write 1 for a new user, and one more for each rotation',
            },
          ],
    ),
  },
  {
    code: 'rotation-secret',
    severity: 'error',
    reason: 'only the passwords of the last two rotations are valid',
    source: SOURCES.rotation,
    check: eachRotation(({ rotation, secretRotation }, at) =>
      secretRotation === undefined ||
      secretRotation === null ||
      !isNumber(rotation) ||
      (isNumber(secretRotation) && [rotation, rotation - 1].includes(secretRotation))
        ? []
        : [
            {
              property: `${at}.secretRotation`,
              problem: 'is not one of the last two rotations',
              got: secretRotation,
              allowed: rotation === 1 ? '1' : `${rotation - 1} or ${rotation}`,
              remedy: `write ${rotation}, or remove it`,
            },
          ],
    ),
  },
  {
    code: 'rotation-window',
    severity: 'error',
    reason:
      'without applyImmediately the broker takes the new password in the maintenance window, and until then the secret would name one that it rejects',
    source: SOURCES.rotation,
    check: ({ appliesImmediately, ...facts }) =>
      appliesImmediately === false
        ? eachRotation(({ rotation, secretRotation }, at) =>
            secretRotation !== null || !isNumber(rotation)
              ? []
              : [
                  {
                    property: `${at}.secretRotation`,
                    problem: 'is missing for a broker that takes changes in its maintenance window',
                    allowed: rotation === 1 ? '1' : `${rotation - 1}, and ${rotation} when the window has passed`,
                    remedy: 'write it, or set applyImmediately to true',
                  },
                ],
          )(facts)
        : [],
  },
  {
    code: 'rotation-ldap',
    severity: 'error',
    reason: 'with LDAP the users of the broker cannot log in',
    source: SOURCES.ldap,
    check: ({ authenticationStrategy, rotations }) =>
      rotations.length > 0 && authenticationStrategy?.toLowerCase() === 'ldap'
        ? [
            {
              property: 'rotatingUsers',
              problem: 'cannot log in to a broker that authenticates by LDAP',
              allowed: 'none with ldap',
              remedy: 'remove them, and rotate the passwords in the directory',
            },
          ]
        : [],
  },
  {
    code: 'rotation-single-instance',
    severity: 'info',
    reason: 'each rotation reboots the broker, and a single instance is unavailable for some minutes',
    source: SOURCES.rotation,
    check: ({ deploymentMode, rotations }) =>
      rotations.length > 0 && deploymentMode === DeploymentMode.SINGLE_INSTANCE
        ? [
            {
              property: 'rotatingUsers',
              problem: 'are rotated with an outage of some minutes on a single instance',
              remedy: 'use an ActiveStandbyBroker, or rotate when clients can wait',
            },
          ]
        : [],
  },
];

function eachRotation(
  check: (rotation: RotationFacts['rotations'][number], at: string) => FindingDetails[],
): (facts: Pick<RotationFacts, 'rotations'>) => FindingDetails[] {
  return ({ rotations }) => rotations.flatMap((each, index) => check(each, `rotatingUsers[${index}]`));
}
