const role = { kind: 'role', hasSecret: true } as const;
const principal = { kind: 'principal', hasSecret: true } as const;
const arn = 'arn:aws:iam::123456789012:role/shop';

export const SECRET_READER_CASES = [
  ...(
    [
      [arn, 'use SecretReader.principal, or give the name'],
      ['two words', 'name one reader, without wildcards'],
    ] as const
  ).map(([value, remedy]) => ({
    code: 'secret-reader-form',
    bad: { ...role, value },
    messages: [
      `[secret-reader-form] reader is not the name of a role: got "${value}"; allowed: 1 to 64 letters, digits and _ + = , . @ -; ${remedy}`,
    ],
    good: { ...role, value: 'shop' },
    unresolved: role,
  })),
  ...['*', 'shop', `x${arn}`, `${arn} *`, 'arn:aws:iam::123456789012:role/*', 'arn:aws:s3:::bucket'].map((value) => ({
    code: 'secret-reader-form',
    bad: { ...principal, value },
    messages: [
      `[secret-reader-form] reader is not the ARN of a principal: got "${value}"; allowed: an ARN such as arn:aws:iam::123456789012:role/shop; name one reader, without wildcards`,
    ],
    good: { ...principal, value: arn },
    unresolved: principal,
  })),
  {
    code: 'secret-reader-secret',
    bad: { ...role, hasSecret: false },
    messages: [
      '[secret-reader-secret] username has no secret; allowed: a user with Password.generated or Password.fromSecret; take the password from a secret',
    ],
    good: role,
    unresolved: role,
  },
];
