import { ActiveStandbyBroker, BrokerAlarms, DayOfWeek, MaintenanceMute } from 'cdktn-amazon-mq';
import { type Builder } from './structs';

/** Builders of the structs that only this package has. */
export const OWN_STRUCTS: Readonly<Record<string, Builder>> = {
  MaintenanceMuteProps: (scope, given) => {
    const acknowledge = [{ code: 'groups-without-map', reason: 'groups are not what is tested' }];
    const broker = new ActiveStandbyBroker(scope, 'orders', { brokerName: scope.node.id, acknowledge });
    const alarms = new BrokerAlarms(scope, 'alarms', { broker, emails: ['ops@example.com'] });
    const maintenanceWindow = { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00' };
    new MaintenanceMute(scope, 'mute', { alarms, maintenanceWindow, ...(given as object) });
  },
};
