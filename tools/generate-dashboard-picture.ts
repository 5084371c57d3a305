// Makes docs/images/dashboard.svg, the layout of the dashboard, from the JSON that the construct writes:
// node -r ./tools/register-typescript tools/generate-dashboard-picture.ts [--check]
import path from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { ActiveStandbyBroker } from '../src/broker/active-standby-broker';
import { BrokerAlarms } from '../src/monitoring/broker-alarms';
import { BrokerDashboard } from '../src/monitoring/broker-dashboard';
import { type DashboardBody, dashboardPicture } from './dashboard/dashboard-picture';
import { writeGenerated } from './generated-file';

const ARN = 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444';

const stack = new TerraformStack(Testing.app(), 'messaging');
const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
const alarms = new BrokerAlarms(stack, 'alarms', { broker, emails: ['operations@example.com'] });
new BrokerDashboard(stack, 'dashboard', { broker, alarms });
const [{ dashboard_body: body }] = Object.values(
  JSON.parse(Testing.synth(stack)).resource.aws_cloudwatch_dashboard as Record<string, { dashboard_body: string }>,
);

writeGenerated(
  path.join(__dirname, '../docs/images/dashboard.svg'),
  dashboardPicture(JSON.parse(body.replaceAll('${aws_mq_broker.orders.arn}', ARN)) as DashboardBody),
  process.argv.includes('--check'),
);
