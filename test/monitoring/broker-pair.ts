import { BROKER_METRICS, DESTINATION_METRICS } from '../../src/amazon-mq/metrics';
import { type Published } from './alarm-state';
import { type Series } from './metric-math';

/** What an instance publishes while it is not the active one. */
export type Standby = 'silent' | 'zero' | 'stale';

/** Minutes that a stale standby repeats its last value before it is silent. */
const STALE_MINUTES = 10;

/** What happens to a broker within a time. */
export interface Story {
  readonly brokerName: string;
  readonly instances: 1 | 2;
  readonly standby: Standby;
  readonly minutes: number;
  /** The active instance stops at this minute, and the other one (or itself) is active after the gap. */
  readonly failover: number;
  readonly gap: number;
  /** After this minute nothing is published at all. */
  readonly death?: number;
  /** Value of a metric of the active instance at a minute: `HeapUsage`, or `QueueSize orders` of a destination. */
  readonly value: (metric: string, minute: number) => number;
}

/** What CloudWatch gets from the broker of a story. Anything else that is asked for does not exist, and is a mistake. */
export function publishedBy(story: Story): Published {
  const known = new Map<string, Series>();
  return (metric, { Broker, ...destination }) => {
    const instance = Number(/^(?<name>.*)-(?<instance>[12])$/.exec(Broker)?.groups?.instance);
    const [[kind] = [], ...more] = Object.entries(destination);
    const isKnown = kind === undefined ? metric in BROKER_METRICS : metric in DESTINATION_METRICS;
    const isPublished = Broker === `${story.brokerName}-${instance}` && instance <= story.instances;
    const isDestination = kind === undefined || ['Queue', 'Topic', 'NetworkConnector'].includes(kind);
    if (!isKnown || !isPublished || !isDestination || more.length > 0)
      throw new Error(`nothing publishes ${metric} with ${JSON.stringify({ Broker, ...destination })}`);
    const name = [metric, ...Object.values(destination)].join(' ');
    const key = `${name} ${instance}`;
    const series = known.get(key) ?? instanceSeries(story, name, instance);
    known.set(key, series);
    return series;
  };
}

function instanceSeries(story: Story, metric: string, instance: number): Series {
  const { standby, minutes, failover, gap, death = Infinity, instances, value } = story;
  const isActive = (minute: number) => {
    const activeInstance = minute < failover ? 1 : instances;
    const isInGap = minute >= failover && minute < failover + gap;
    return !isInGap && activeInstance === instance;
  };
  return Array.from({ length: minutes }, (_, minute) => {
    if (minute >= death) return undefined;
    if (isActive(minute)) return value(metric, minute);
    if (instances === 1 || standby === 'silent') return undefined;
    if (standby === 'zero') return 0;
    const wasActive = instance === 1 && minute >= failover && minute < failover + STALE_MINUTES;
    return wasActive ? value(metric, failover - 1) : undefined;
  });
}
