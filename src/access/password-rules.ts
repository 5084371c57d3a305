import { FORMS } from '../amazon-mq/forms';
import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { nameFindings } from '../rules/name-form';
import { type FindingDetails, type Rule } from '../rules/rule';
import { repeated } from '../util/repeated';

/** What the rules see of a password. */
export interface PasswordFacts {
  /** Whether it is made by Terraform. */
  readonly generated?: boolean;
  /** The text, where the app itself knows it. */
  readonly plainText?: string;
  /** Whether the Terraform variable that holds it is marked sensitive. */
  readonly variableSensitive?: boolean;
  /** Name of the secret that is made. */
  readonly secretName?: string;
  /** Path of another broker of the stack that has a secret of the name. */
  readonly secretNamesake?: string;
  /** Days that a deleted secret can be restored. */
  readonly recoveryWindowInDays?: number;
  /** Regions that get a copy of the secret. */
  readonly replicaRegions?: (string | undefined)[];
}

/** What has passwords: users, and a directory's service account. */
export interface PasswordsFacts {
  readonly users?: { readonly password?: PasswordFacts }[];
  readonly ldap?: { readonly servicePassword?: PasswordFacts };
}

export const PASSWORD_RULES: readonly Rule<PasswordsFacts>[] = [
  {
    code: 'password-form',
    severity: 'error',
    reason: 'Amazon MQ refuses the user; the provider looks at length, distinct characters and commas only',
    source: SOURCES.usersApi,
    check: ({ users = [] }) =>
      users.flatMap(({ password }, index) => passwordFormFindings(`users[${index}].password`, password?.plainText)),
  },
  {
    code: 'password-plain-text',
    severity: 'warning',
    reason: 'a password written in the app stands in its source, in the synthesized JSON and in the state',
    source: SOURCES.security,
    check: eachPassword((password, property) =>
      password.plainText === undefined
        ? []
        : [
            {
              property,
              problem: 'stands readable in the synthesized JSON',
              remedy: 'use Password.generated, Password.fromSecret or Password.fromVariable',
            },
          ],
    ),
  },
  {
    code: 'password-variable-sensitive',
    severity: 'error',
    reason: 'Terraform prints the value of a variable that is not marked sensitive',
    source: 'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
    check: eachPassword((password, property) =>
      password.variableSensitive === false
        ? [
            {
              property,
              problem: 'comes from a variable that is not sensitive',
              remedy: 'make the TerraformVariable with sensitive: true',
            },
          ]
        : [],
    ),
  },
  {
    code: 'secret-name-form',
    severity: 'error',
    reason: 'Secrets Manager refuses the name, and the provider does',
    source: SOURCES.secretName,
    check: eachPassword(({ secretName }, property) =>
      nameFindings(`${property}.secretName`, secretName, LIMITS.secretName),
    ),
  },
  {
    code: 'secret-name-unique',
    severity: 'error',
    reason: 'Secrets Manager has one secret of a name, so the second one is refused at apply',
    source: SOURCES.secretName,
    check: ({ users = [] }) => {
      const passwords = users.map(({ password = {} }) => password);
      const twice = new Set(repeated(passwords.map(({ secretName }) => secretName)).map(([index]) => index));
      return passwords.flatMap(({ secretName, secretNamesake }, index) =>
        twice.has(index) || secretNamesake !== undefined
          ? [
              {
                property: `users[${index}].password.secretName`,
                problem: twice.has(index) ? 'is there twice' : `is that of ${secretNamesake} as well`,
                got: secretName,
                allowed: 'each name once',
                remedy: 'name the secrets after broker and user, or leave the name out',
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
      'Secrets Manager keeps a deleted secret for 7 to 30 days, or not at all with 0; the provider refuses the rest',
    source: SOURCES.secrets,
    check: eachPassword((password, property) => {
      const days = password.recoveryWindowInDays;
      const { min, max } = LIMITS.secretRecoveryDays;
      if (days === undefined || days === 0 || (Number.isInteger(days) && days >= min && days <= max)) return [];
      return [
        {
          property: `${property}.recoveryWindowInDays`,
          problem: 'is not a time Secrets Manager takes',
          got: days,
          allowed: `0, or ${min} to ${max} days`,
          remedy: 'leave it out for 30 days',
        },
      ];
    }),
  },
  {
    code: 'secret-replica-region',
    severity: 'error',
    reason: 'Secrets Manager rejects a copy in what is not a Region, and a second one in the same Region',
    source: SOURCES.secretName,
    check: eachPassword(({ replicaRegions = [] }, property) => {
      const twice = new Set(repeated(replicaRegions).map(([index]) => index));
      return replicaRegions.flatMap((region, index) =>
        region === undefined || (FORMS.region.test(region) && !twice.has(index))
          ? []
          : [
              {
                property: `${property}.replicaRegions[${index}]`,
                problem: twice.has(index) ? 'is there twice' : 'is not a Region',
                got: region,
                allowed: 'each Region once, such as eu-central-1',
                remedy: twice.has(index) ? 'leave it out' : 'write the code of the Region',
              },
            ],
      );
    }),
  },
];

function eachPassword(
  check: (password: PasswordFacts, property: string) => FindingDetails[],
): (facts: PasswordsFacts) => FindingDetails[] {
  return ({ users = [], ldap }) => [
    ...users.flatMap(({ password }, index) => (password ? check(password, `users[${index}].password`) : [])),
    ...(ldap?.servicePassword ? check(ldap.servicePassword, 'ldap.serviceAccountPassword') : []),
  ];
}

/** The password itself is never told, only what is wrong with it. */
function passwordFormFindings(property: string, text: string | undefined): FindingDetails[] {
  if (text === undefined) return [];
  const { min, max, minDistinct, forbidden } = LIMITS.password;
  const found = forbidden.filter((character) => text.includes(character));
  const distinct = new Set(text).size;
  const wrongs = [
    text.length < min && `is too short: it has ${text.length} characters`,
    text.length > max && `is too long: it has ${text.length} characters`,
    distinct < minDistinct && `has too few different characters: it has ${distinct}`,
    found.length > 0 && `holds ${found.map((character) => `"${character}"`).join(' and ')}`,
  ];
  return wrongs.flatMap((problem) =>
    problem
      ? [
          {
            property,
            problem,
            allowed: `${min} to ${max} characters, ${minDistinct} of them different, without comma, colon or equals sign`,
            remedy: 'use Password.generated, which fits',
          },
        ]
      : [],
  );
}
