import { DayOfWeek } from '../amazon-mq/day-of-week';
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
 * The schedule of a maintenance window. Amazon MQ takes offsets such as `+09:00` as time zones: these become UTC, because
 * CloudWatch documents names only.
 */
export function muteSchedule({ dayOfWeek, timeOfDay, timeZone = 'UTC' }: MaintenanceWindow): MuteSchedule {
  const [, sign, offsetHours, offsetMinutes] = /^([+-])(\d\d):(\d\d)$/.exec(timeZone) ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  const [hours, minutes] = timeOfDay.split(':').map(Number);
  const start = hours * 60 + minutes - offset;
  const minuteOfDay = (start + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const day = DAYS.indexOf(dayOfWeek);
  // An acknowledged day is written as it is, so that CloudWatch rejects it and no other day is muted.
  const name = day === -1 ? dayOfWeek : DAYS[(day + Math.floor(start / MINUTES_PER_DAY) + 7) % 7].slice(0, 3);
  return {
    expression: `cron(${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${name})`,
    duration: DURATION,
    timezone: sign === undefined ? timeZone : 'UTC',
  };
}
