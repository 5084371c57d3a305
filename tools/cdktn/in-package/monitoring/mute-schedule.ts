import { DayOfWeek } from '../amazon-mq/day-of-week';
import { FORMS } from '../amazon-mq/forms';
import { type MaintenanceWindow } from '../broker/maintenance-window';

/** When alarms are muted, in the form of CloudWatch. */
export interface MuteSchedule {
  readonly expression: string;
  /** A duration of ISO 8601. */
  readonly duration: string;
  /** Name of a time zone. */
  readonly timezone: string;
}

/** Amazon MQ's windows are two hours long. */
const DURATION = 'PT2H';

const DAYS: readonly string[] = [
  DayOfWeek.SUNDAY,
  DayOfWeek.MONDAY,
  DayOfWeek.TUESDAY,
  DayOfWeek.WEDNESDAY,
  DayOfWeek.THURSDAY,
  DayOfWeek.FRIDAY,
  DayOfWeek.SATURDAY,
];

const MINUTES_PER_DAY = 24 * 60;

/**
 * The schedule of a maintenance window; undefined where it is malformed. Amazon MQ takes offsets such as `+09:00` as time
 * zones: these become UTC, because CloudWatch documents names only.
 */
export function muteSchedule({ dayOfWeek, timeOfDay, timeZone = 'UTC' }: MaintenanceWindow): MuteSchedule | undefined {
  const day = DAYS.indexOf(dayOfWeek);
  if (day === -1 || !FORMS.timeOfDay.test(timeOfDay) || !FORMS.timeZone.test(timeZone)) return undefined;
  const [hours, minutes] = timeOfDay.split(':').map(Number);
  const [, sign, offsetHours, offsetMinutes] = /^([+-])(\d\d):(\d\d)$/.exec(timeZone) ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  const week = 7 * MINUTES_PER_DAY;
  const start = (day * MINUTES_PER_DAY + hours * 60 + minutes - offset + week) % week;
  const [name, minuteOfDay] = [DAYS[Math.floor(start / MINUTES_PER_DAY)].slice(0, 3), start % MINUTES_PER_DAY];
  return {
    expression: `cron(${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${name})`,
    duration: DURATION,
    timezone: sign === undefined ? timeZone : 'UTC',
  };
}
