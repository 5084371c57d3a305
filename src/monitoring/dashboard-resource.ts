import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { type TerraformProvider } from 'cdktf';
import { type Construct } from 'constructs';
import { type WrittenFacts } from '../rules/check-at-synth';
import { namesakeOf, registerName } from '../rules/namesake';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textOf } from '../util/arguments';
import { placed, type Widget } from './dashboard-layout';
import { type DashboardFacts } from './dashboard-rules';

const KIND = 'dashboard';

/** The props of a dashboard resource. */
interface DashboardProps extends MetaArguments {
  readonly dashboardName: string;
  /** Its rows from top to bottom. */
  readonly rows: readonly Widget[][];
}

/** What the rules see of the name of a dashboard. */
export function dashboardNameFacts(
  construct: Construct,
  dashboardName: string,
  provider?: TerraformProvider,
): Pick<DashboardFacts, 'dashboardName' | 'namesake'> {
  const name = omitUnresolved(dashboardName);
  return { dashboardName: name, namesake: namesakeOf(KIND, name, { construct, provider, isGlobal: true }) };
}

/** The Region whose metrics a dashboard shows: the one given, or that of the provider. */
export function dashboardRegion(scope: Construct, props: MetaArguments & { readonly region?: string }): string {
  return props.region ?? new DataAwsRegion(scope, 'Region', metaArguments(scope, props)).region;
}

/** Makes the Terraform resource of a dashboard. */
export function dashboardResource(scope: Construct, id: string, props: DashboardProps): CloudwatchDashboard {
  const { dashboardName, rows, provider } = props;
  registerName(KIND, omitUnresolved(dashboardName), { construct: scope, provider, isGlobal: true });
  return new CloudwatchDashboard(scope, id, {
    ...metaArguments(scope, props),
    ...literal({ dashboardName, dashboardBody: JSON.stringify({ widgets: placed(rows) }) }),
  });
}

/** The facts that a dashboard holds at synth, after Aspects and overrides. */
export function writtenDashboardFacts(dashboard: CloudwatchDashboard): WrittenFacts<DashboardFacts> {
  return { dashboardName: textOf(writtenArguments(dashboard), 'dashboard_name') };
}
