import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { type Construct } from 'constructs';
import { type WrittenFacts } from '../rules/check-at-synth';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textOf } from '../util/arguments';
import { placed, type Widget } from './dashboard-layout';
import { type DashboardFacts } from './dashboard-rules';

/** What a dashboard is made of. */
interface DashboardProps extends MetaArguments {
  readonly dashboardName: string;
  /** Its rows from top to bottom. */
  readonly rows: readonly Widget[][];
}

/** Makes the Terraform resource of a dashboard. */
export function dashboardResource(scope: Construct, id: string, props: DashboardProps): CloudwatchDashboard {
  const { dashboardName, rows } = props;
  return new CloudwatchDashboard(scope, id, {
    ...metaArguments(scope, props),
    ...literal({ dashboardName, dashboardBody: JSON.stringify({ widgets: placed(rows) }) }),
  });
}

/** The facts that a dashboard holds at synth, after Aspects and overrides. */
export function writtenDashboardFacts(dashboard: CloudwatchDashboard): WrittenFacts<DashboardFacts> {
  return { dashboardName: textOf(writtenArguments(dashboard), 'dashboard_name') };
}
