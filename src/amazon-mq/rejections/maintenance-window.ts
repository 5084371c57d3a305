import { type BrokerFacts } from '../broker-facts';
import { DayOfWeek } from '../day-of-week';
import { FORMS } from '../forms';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rules about the maintenance window need. */
export type Maintained = Pick<BrokerFacts, 'maintenanceWindow'>;

const DAYS: readonly string[] = Object.values(DayOfWeek);

export const MAINTENANCE_WINDOW_REJECTIONS: readonly Rejection<Maintained>[] = [
  {
    code: 'maintenance-window-day',
    severity: 'error',
    reason: 'Amazon MQ rejects every other spelling of the day; the provider accepts other letter cases',
    source: SOURCES.brokersApi,
    allowed: DAYS.join(', '),
    remedy: ({ maintenanceWindow }) => {
      const day = maintenanceWindow?.dayOfWeek?.toUpperCase() ?? '';
      return `write ${JSON.stringify(DAYS.includes(day) ? day : DAYS.at(-1))}`;
    },
    check: ({ maintenanceWindow }) => {
      const day = maintenanceWindow?.dayOfWeek;
      if (day === undefined || DAYS.includes(day ?? '')) return [];
      return [
        {
          property: 'maintenanceWindow.dayOfWeek',
          ...(day ? { problem: 'is not a day of the week', got: day } : { problem: 'is missing' }),
        },
      ];
    },
  },
  {
    code: 'maintenance-window-time',
    severity: 'error',
    reason: 'Amazon MQ rejects the time: "Specify time in 24-hour format"; the provider does not check it',
    source: SOURCES.brokersApi,
    allowed: '00:00 to 23:59',
    remedy: 'write two digits for hours and minutes, as in "03:30"',
    check: ({ maintenanceWindow }) => {
      const time = maintenanceWindow?.timeOfDay;
      if (time === undefined || FORMS.timeOfDay.test(time ?? '')) return [];
      return [
        {
          property: 'maintenanceWindow.timeOfDay',
          ...(time ? { problem: 'is not a time of day', got: time } : { problem: 'is missing' }),
        },
      ];
    },
  },
  {
    code: 'maintenance-window-zone',
    severity: 'error',
    reason: 'Amazon MQ rejects other time zones; the provider does not check them',
    source: SOURCES.brokersApi,
    allowed: 'UTC, Country/City as in "Asia/Seoul", or an offset as in "+09:00"',
    remedy: 'write "UTC", or the city of your time zone',
    check: ({ maintenanceWindow }) => {
      const zone = maintenanceWindow?.timeZone;
      if (zone === undefined || zone === null || FORMS.timeZone.test(zone)) return [];
      return [
        {
          property: 'maintenanceWindow.timeZone',
          problem: 'is not a time zone of Amazon MQ',
          got: zone,
        },
      ];
    },
  },
];
