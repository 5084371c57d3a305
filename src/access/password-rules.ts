import { FORMS } from '../amazon-mq/forms';
import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { guidanceOfNames, nameFindings } from '../rules/name-form';
import { type Rule } from '../rules/rule';
import { type Fact } from '../util/fact';
import { repeated } from '../util/repeated';
import { isWholeWithin } from '../util/whole-number';

/** What the rules see of a password: where it comes from. */
export interface PasswordFacts {
  /** Whether Terraform makes it. */
  readonly generated?: boolean;
  /** The text, where the app itself knows it. */
  readonly plainText?: string;
  /** Whether the Terraform variable that holds it is marked sensitive. */
  readonly variableSensitive?: boolean;
  /** Name or ARN of the secret that holds it. */
  readonly secretId?: Fact<string>;
  /** Name of the secret that is made. */
  readonly secretName?: string;
  /** Path of another construct that makes a secret of the name. */
  readonly secretNamesake?: string;
  /** Days for which a deleted secret can be restored. */
  readonly recoveryWindowInDays?: number;
  /** Regions that get a copy of the secret. */
  readonly replicaRegions?: (string | undefined)[];
}

/** Where the passwords of a broker come from: those of users by their place, and that of a directory's account. */
export interface PasswordSources {
  readonly userPasswords: readonly PasswordFacts[];
  readonly servicePassword?: PasswordFacts;
}

const DAYS = LIMITS.secretRecoveryDays;

export const PASSWORD_RULES: readonly Rule<PasswordSources>[] = [
  {
    code: 'password-plain-text',
    severity: 'warning',
    reason: 'a password written in the app is readable in its source, in the synthesized JSON and in the state',
    source: SOURCES.security,
    remedy: 'use Password.generated, Password.fromSecret or Password.fromVariable',
    check: eachPassword((password, property) =>
      password.plainText === undefined
        ? []
        : [
            {
              property,
              problem: 'is plain text in the synthesized JSON',
            },
          ],
    ),
  },
  {
    code: 'password-variable-sensitive',
    severity: 'error',
    reason: 'Terraform prints the value of a variable that is not marked sensitive',
    source: 'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
    remedy: 'create the TerraformVariable with sensitive: true',
    check: eachPassword((password, property) =>
      password.variableSensitive === false
        ? [
            {
              property,
              problem: 'comes from a variable that is not sensitive',
            },
          ]
        : [],
    ),
  },
  {
    code: 'secret-id-form',
    severity: 'error',
    reason: 'Secrets Manager has no secret with such a name or ARN',
    source: SOURCES.secretName,
    allowed: `an ARN, or ${LIMITS.secretName.min} to ${LIMITS.secretName.max} ${LIMITS.secretName.allowed}`,
    remedy: 'give the name or the ARN of the secret',
    check: eachPassword(({ secretId }, property) =>
      secretId === undefined || (secretId !== null && FORMS.secretId.test(secretId))
        ? []
        : [
            {
              property: `${property}.secretId`,
              problem: secretId
                ? 'is not the name or ARN of a secret'
                : `is ${secretId === null ? 'missing' : 'empty'}`,
              ...(secretId ? { got: secretId } : {}),
            },
          ],
    ),
  },
  {
    code: 'secret-name-form',
    severity: 'error',
    reason: 'Secrets Manager and the provider reject the name',
    source: SOURCES.secretName,
    ...guidanceOfNames(LIMITS.secretName),
    check: eachPassword(({ secretName }, property) =>
      nameFindings(`${property}.secretName`, secretName, LIMITS.secretName),
    ),
  },
  {
    code: 'secret-name-unique',
    severity: 'error',
    reason: 'secret names are unique in an account and region: Secrets Manager rejects the second one at apply',
    source: SOURCES.secretName,
    allowed: 'each name once',
    remedy: 'name the secrets after broker and user, or remove the name',
    check: ({ userPasswords }) => {
      const twice = new Set(repeated(userPasswords.map(({ secretName }) => secretName)).map(([index]) => index));
      return userPasswords.flatMap(({ secretName, secretNamesake }, index) =>
        twice.has(index) || secretNamesake !== undefined
          ? [
              {
                property: `users[${index}].password.secretName`,
                problem: twice.has(index) ? 'is a duplicate' : `is already used by ${JSON.stringify(secretNamesake)}`,
                got: secretName,
              },
            ]
          : [],
      );
    },
  },
  {
    code: 'secret-recovery-window',
    severity: 'error',
    reason:
      'Secrets Manager keeps a deleted secret for 7 to 30 days, or deletes it at once with 0; the provider rejects everything else',
    source: SOURCES.secrets,
    allowed: `0, or ${DAYS.min} to ${DAYS.max} days`,
    remedy: `set it to one of these, or remove it for ${DAYS.max} days`,
    check: eachPassword((password, property) => {
      const days = password.recoveryWindowInDays;
      if (days === undefined || days === 0 || isWholeWithin(days, DAYS)) return [];
      return [
        {
          property: `${property}.recoveryWindowInDays`,
          problem: 'is not a recovery window of Secrets Manager',
          got: days,
        },
      ];
    }),
  },
  {
    code: 'secret-replica-region',
    severity: 'error',
    reason: 'Secrets Manager rejects a replica in an unknown Region, and a second replica in the same Region',
    source: SOURCES.secretName,
    allowed: 'codes of Regions, each once',
    check: eachPassword(({ replicaRegions = [] }, property) => {
      const twice = new Set(repeated(replicaRegions).map(([index]) => index));
      return replicaRegions.flatMap((region, index) =>
        region === undefined || (FORMS.region.test(region) && !twice.has(index))
          ? []
          : [
              {
                property: `${property}.replicaRegions[${index}]`,
                problem: twice.has(index) ? 'is a duplicate' : 'is not a Region',
                got: region,
                remedy: twice.has(index) ? 'remove it' : 'write the code of the Region, such as eu-central-1',
              },
            ],
      );
    }),
  },
];

function eachPassword<Details>(
  check: (password: PasswordFacts, property: string) => Details[],
): (facts: PasswordSources) => Details[] {
  return ({ userPasswords, servicePassword }) => [
    ...userPasswords.flatMap((password, index) => check(password, `users[${index}].password`)),
    ...(servicePassword ? check(servicePassword, 'ldap.serviceAccountPassword') : []),
  ];
}
