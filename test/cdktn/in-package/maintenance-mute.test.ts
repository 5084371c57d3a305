import { AwsProvider } from '@cdktn/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktn';
import { ActiveStandbyBroker, BrokerAlarms, DayOfWeek, MaintenanceMute, type MaintenanceWindow } from 'cdktn-amazon-mq';
import { muteSchedule } from '../../src/monitoring/mute-schedule';

const WINDOW: MaintenanceWindow = { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00', timeZone: 'Europe/Dublin' };

function muteRule(maintenanceWindow: MaintenanceWindow, queues: string[] = []) {
  const stack = new TerraformStack(Testing.app(), 'messaging');
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', maintenanceWindow: WINDOW });
  const alarms = new BrokerAlarms(stack, 'alarms', {
    broker,
    emails: ['operations@example.com'],
    queues: queues.map((queueName) => ({ queueName })),
  });
  new MaintenanceMute(stack, 'mute', { alarms, maintenanceWindow, ruleName: 'orders' });
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: Record<'aws_cloudwatch_alarm_mute_rule' | 'aws_cloudwatch_metric_alarm', Record<string, unknown>>;
  };
  const alarmAddresses = Object.keys(resource.aws_cloudwatch_metric_alarm);
  const rule = Object.values(resource.aws_cloudwatch_alarm_mute_rule)[0] as {
    mute_targets: { alarm_names: string[] }[];
  };
  return { rule, alarmAddresses };
}

test('the alarms of a broker are muted in its maintenance window, every week', () => {
  const { rule, alarmAddresses } = muteRule(WINDOW);
  expect(rule).toMatchObject({
    name: 'orders',
    rule: [{ schedule: [{ expression: 'cron(0 3 * * SUN)', duration: 'PT2H', timezone: 'Europe/Dublin' }] }],
  });
  expect([...rule.mute_targets[0].alarm_names].sort()).toEqual(
    alarmAddresses.map((address) => `\${aws_cloudwatch_metric_alarm.${address}.alarm_name}`).sort(),
  );
  expect(alarmAddresses.length).toBeGreaterThan(5);
});

test.each([
  ['SUNDAY', '03:30', undefined, 'cron(30 3 * * SUN)', 'UTC'],
  ['MONDAY', '03:00', '+09:00', 'cron(0 18 * * SUN)', 'UTC'],
  ['SATURDAY', '23:15', '-03:30', 'cron(45 2 * * SUN)', 'UTC'],
  ['SUNDAY', '00:00', '+00:30', 'cron(30 23 * * SAT)', 'UTC'],
  ['WEDNESDAY', '12:00', 'Asia/Seoul', 'cron(0 12 * * WED)', 'Asia/Seoul'],
])('%s %s %s is %s in %s', (dayOfWeek, timeOfDay, timeZone, expression, timezone) => {
  const window = { dayOfWeek: dayOfWeek as DayOfWeek, timeOfDay, timeZone };
  expect(muteSchedule(window)).toEqual({ expression, duration: 'PT2H', timezone });
});

test.each([
  { ...WINDOW, dayOfWeek: 'SUN' as DayOfWeek },
  { ...WINDOW, timeOfDay: '3:00' },
  { ...WINDOW, timeZone: 'Dublin time' },
])('a window that cannot be read is refused: %j', (window) => {
  expect(() => muteRule(window)).toThrow(
    /maintenanceWindow cannot be read: got .*; allowed: .*; give the maintenanceWindow/,
  );
});

test('more alarms than a rule can mute are refused', () => {
  const queues = Array.from({ length: 50 }, (_, index) => `queue-${index}`);
  expect(() => muteRule(WINDOW, queues)).toThrow('alarms are too many: got 110; allowed: at most 100 in a rule;');
});
