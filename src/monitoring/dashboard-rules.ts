import { SOURCES } from '../amazon-mq/sources';
import { guidanceOfNames, nameFindings } from '../rules/name-form';
import { type Rule } from '../rules/rule';

/** What the rules see of a dashboard. */
export interface DashboardFacts {
  readonly dashboardName?: string;
  /** Path of another construct whose dashboard has the name. */
  readonly namesake?: string;
  /** How many queues are listed. */
  readonly queueCount: number;
  readonly instanceCount: number;
  /** How many brokers each queue is shown of; absent: one. */
  readonly brokerCount?: number;
}

export const DASHBOARD_NAME = {
  min: 1,
  max: 255,
  pattern: /^[0-9A-Za-z_-]+$/,
  allowed: 'letters, digits, hyphens and underscores',
};

/** Metrics and expressions that one graph can have. */
export const METRICS_PER_GRAPH = 500;

export const DASHBOARD_RULES: readonly Rule<DashboardFacts>[] = [
  {
    code: 'dashboard-name-form',
    severity: 'error',
    reason: 'CloudWatch rejects the name',
    source: SOURCES.dashboards,
    ...guidanceOfNames(DASHBOARD_NAME),
    check: ({ dashboardName }) => nameFindings('dashboardName', dashboardName, DASHBOARD_NAME),
  },
  {
    code: 'dashboard-name-unique',
    severity: 'error',
    reason:
      'dashboard names are unique in all Regions of an account: CloudWatch replaces the first dashboard by the second one, and each apply replaces it again',
    source: SOURCES.dashboardNames,
    allowed: 'a name that no other dashboard of the account has',
    remedy: 'set another dashboardName',
    check: ({ dashboardName, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'dashboardName',
              problem: `is already used by ${JSON.stringify(namesake)}`,
              got: dashboardName,
            },
          ],
  },
  {
    code: 'dashboard-queue-count',
    severity: 'error',
    reason: `CloudWatch shows at most ${METRICS_PER_GRAPH} metrics in a graph: one for each instance and queue, and one for both`,
    source: SOURCES.dashboards,
    remedy: 'omit queues to find them by SEARCH, or make several dashboards',
    check: ({ queueCount, instanceCount, brokerCount = 1 }) => {
      const perQueue = brokerCount * (instanceCount === 1 ? 1 : instanceCount + 1);
      const most = Math.floor(METRICS_PER_GRAPH / perQueue);
      return queueCount <= most
        ? []
        : [
            {
              property: 'queues',
              problem: 'has too many entries',
              got: queueCount,
              allowed: `at most ${most}`,
            },
          ];
    },
  },
];
