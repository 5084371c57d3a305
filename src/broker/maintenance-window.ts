import { type DayOfWeek } from '../amazon-mq/day-of-week';

/**
 * Two hours a week in which Amazon MQ may reboot a broker, for upgrades and for changes that wait. You can change it in
 * place, at most four times before the next window has passed.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/maintaining-brokers.html
 */
export interface MaintenanceWindow {
  /** Day on which the window begins. */
  readonly dayOfWeek: DayOfWeek;

  /** Time at which the window begins, from `00:00` to `23:59`. */
  readonly timeOfDay: string;

  /**
   * Time zone of day and time: `UTC`, Country/City as in `Asia/Seoul`, or an offset as in `+09:00`.
   *
   * @default 'UTC'
   */
  readonly timeZone?: string;
}
