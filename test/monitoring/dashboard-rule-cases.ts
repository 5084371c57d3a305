const facts = { queueCount: 0, instanceCount: 2 };

export const DASHBOARD_CASES = [
  {
    code: 'dashboard-name-form',
    bad: { ...facts, dashboardName: 'my orders' },
    messages: [
      '[dashboard-name-form] dashboardName has characters that are not allowed: got "my orders"; allowed: 1 to 255 letters, digits, hyphens and underscores; remove " "',
    ],
    good: { ...facts, dashboardName: 'my-orders_1' },
    unresolved: facts,
  },
  {
    code: 'dashboard-name-unique',
    bad: { ...facts, dashboardName: 'orders', namesake: 'shop/dashboard' },
    messages: [
      '[dashboard-name-unique] dashboardName is already used by "shop/dashboard": got "orders"; allowed: a name that no other dashboard of the account has; set another dashboardName',
    ],
    good: { ...facts, dashboardName: 'orders' },
    unresolved: facts,
  },
  ...(
    [
      [2, undefined, 167, 166],
      [1, undefined, 501, 500],
      [2, 3, 56, 55],
    ] as const
  ).map(([instanceCount, brokerCount, queueCount, most]) => ({
    code: 'dashboard-queue-count',
    bad: { instanceCount, brokerCount, queueCount },
    messages: [
      `[dashboard-queue-count] queues has too many entries: got ${queueCount}; allowed: at most ${most}; omit queues to find them by SEARCH, or make several dashboards`,
    ],
    good: { instanceCount, brokerCount, queueCount: most },
    unresolved: { instanceCount, queueCount: 0 },
  })),
];
