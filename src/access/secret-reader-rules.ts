import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of somebody who is to read a secret. */
interface SecretReaderFacts {
  readonly kind: 'role' | 'principal';
  /** Name of the role or ARN of the principal; absent if only Terraform knows it. */
  readonly value?: string;
  readonly hasSecret: boolean;
}

const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const PRINCIPAL_ARN =
  /^arn:[\w-]+:(iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)|sts::\d{12}:assumed-role\/[\w+=,.@/-]+)$/;

/** What the rule of a secret sees of who is to read it. */
type SecretFacts = Pick<SecretReaderFacts, 'hasSecret'>;

export const SECRET_TO_READ: Rule<SecretFacts> = {
  code: 'secret-reader-secret',
  severity: 'error',
  reason: 'the password does not come from Secrets Manager, so there is no secret to read',
  source: SOURCES.secrets,
  check: ({ hasSecret }) =>
    hasSecret
      ? []
      : [
          {
            property: 'username',
            problem: 'has no secret',
            allowed: 'a user with Password.generated or Password.fromSecret',
            remedy: 'take the password from a secret',
          },
        ],
};

export const SECRET_READER_RULES: readonly Rule<SecretReaderFacts>[] = [
  {
    code: 'secret-reader-form',
    severity: 'error',
    reason: 'IAM rejects the policy',
    source: SOURCES.iamPrincipal,
    check: ({ kind, value }) => {
      if (value === undefined || (kind === 'role' ? ROLE_NAME : PRINCIPAL_ARN).test(value)) return [];
      const isRole = kind === 'role';
      return [
        {
          property: 'reader',
          problem: isRole ? 'is not the name of a role' : 'is not the ARN of a principal',
          got: value,
          allowed: isRole
            ? '1 to 64 letters, digits and _ + = , . @ -'
            : 'an ARN such as arn:aws:iam::123456789012:role/shop',
          remedy:
            isRole && value.startsWith('arn:')
              ? 'use SecretReader.principal, or give the name'
              : 'name one reader, without wildcards',
        },
      ];
    },
  },
  SECRET_TO_READ,
];
