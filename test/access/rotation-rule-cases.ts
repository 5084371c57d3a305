const one = (rotation: object) => ({ rotations: [{ rotation: 3, secretRotation: null, ...rotation }] });

export const ROTATION_CASES = [
  ...(
    [
      [null, 'is missing'],
      [0, 'is not the number of a rotation: got 0'],
      [-1, 'is not the number of a rotation: got -1'],
      [1.5, 'is not the number of a rotation: got 1.5'],
    ] as const
  ).map(([rotation, problem]) => ({
    code: 'rotation-number',
    bad: one({ rotation }),
    messages: [
      `[rotation-number] rotatingUsers[0].rotation ${problem}; allowed: a whole number from 1; write 1 for a new user, and one more for each rotation`,
    ],
    good: one({ rotation: 1 }),
    unresolved: one({ rotation: undefined }),
  })),
  ...(
    [
      [3, 1, '2 or 3'],
      [3, 4, '2 or 3'],
      [3, 2.5, '2 or 3'],
      [1, 0, '1'],
    ] as const
  ).map(([rotation, secretRotation, allowed]) => ({
    code: 'rotation-secret',
    bad: one({ rotation, secretRotation }),
    messages: [
      `[rotation-secret] rotatingUsers[0].secretRotation is not one of the last two rotations: got ${secretRotation}; allowed: ${allowed}; write ${rotation}, or remove it`,
    ],
    good: one({ secretRotation: 2 }),
    unresolved: one({ secretRotation: undefined }),
  })),
  {
    code: 'rotation-window',
    bad: { rotations: [3, 1].map((rotation) => ({ rotation, secretRotation: null })), appliesImmediately: false },
    messages: [
      [0, '2, and 3 when the window has passed'],
      [1, '1'],
    ].map(
      ([index, allowed]) =>
        `[rotation-window] rotatingUsers[${index}].secretRotation is missing for a broker that takes changes in its maintenance window; allowed: ${allowed}; write it, or set applyImmediately to true`,
    ),
    good: { ...one({ secretRotation: 3 }), appliesImmediately: false },
    unresolved: one({}),
  },
  {
    code: 'rotation-ldap',
    bad: { ...one({}), authenticationStrategy: 'LDAP' },
    messages: [
      '[rotation-ldap] rotatingUsers cannot log in to a broker that authenticates by LDAP; allowed: none with ldap; remove them, and rotate the passwords in the directory',
    ],
    good: { ...one({}), authenticationStrategy: 'SIMPLE' },
    unresolved: one({}),
  },
  {
    code: 'rotation-single-instance',
    bad: { ...one({}), deploymentMode: 'SINGLE_INSTANCE' },
    messages: [
      '[rotation-single-instance] rotatingUsers are rotated with an outage of some minutes on a single instance; use an ActiveStandbyBroker, or rotate when clients can wait',
    ],
    good: { ...one({}), deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' },
    unresolved: one({}),
  },
];
