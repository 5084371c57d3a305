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
  ...(
    [
      [2, 167, 166],
      [1, 501, 500],
    ] as const
  ).map(([instanceCount, queueCount, most]) => ({
    code: 'dashboard-queue-count',
    bad: { instanceCount, queueCount },
    messages: [
      `[dashboard-queue-count] queues has too many entries: got ${queueCount}; allowed: at most ${most}; omit queues to find them by SEARCH, or make several dashboards`,
    ],
    good: { instanceCount, queueCount: most },
    unresolved: { instanceCount, queueCount: 0 },
  })),
];
