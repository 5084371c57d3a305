import { ACTIVEMQ_MODULE } from './activemq-module';
import { ALARMS_MODULE } from './alarms/alarms-module';
import { DASHBOARD_MODULE } from './dashboard/dashboard-module';
import { LAMBDA_MODULE } from './lambda/lambda-module';
import { LOG_GROUPS_MODULE } from './log-groups/log-groups-module';
import { type TerraformModule } from './terraform-module';

/** Every module below modules/. */
export const MODULES: readonly TerraformModule[] = [
  ACTIVEMQ_MODULE,
  ALARMS_MODULE,
  DASHBOARD_MODULE,
  LAMBDA_MODULE,
  LOG_GROUPS_MODULE,
];
