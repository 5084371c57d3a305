/**
 * Somebody who may read the secret with a user's password: `broker.grantReadSecret('admin', reader)`.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html
 */
export class SecretReader {
  /** A role of the account, by its name. It gets an inline policy. */
  static role(roleName: string): SecretReader {
    return new SecretReader('role', roleName);
  }

  /**
   * A principal, by its ARN: a role or user, also of another account. The secret gets a resource policy. A principal of
   * another account also needs a policy in that account, and a customer managed key must encrypt the secret.
   */
  static principal(arn: string): SecretReader {
    return new SecretReader('principal', arn);
  }

  private constructor(
    /** @internal */ readonly _kind: 'role' | 'principal',
    /** @internal */ readonly _value: string,
  ) {}
}
