// Makes the classes of src/metrics and docs/metrics.md from the table of metrics:
// node -r ./tools/register-typescript tools/generate-metrics.ts [--check]
import path from 'node:path';
import { BROKER_METRICS, DESTINATION_METRICS } from '../src/amazon-mq/metrics';
import { writeGenerated } from './generated-file';
import { type MetricClass, metricClassSource } from './metrics/metric-class-source';
import { metricsDocument } from './metrics/metrics-document';

const CLASSES: Readonly<Record<string, MetricClass>> = {
  'src/metrics/broker-metric.ts': {
    name: 'BrokerMetric',
    doc: 'A metric of a broker as a whole, with its unit and the statistic that makes sense of it.',
    measures: 'broker',
    table: 'BROKER_METRICS',
    metrics: BROKER_METRICS,
  },
  'src/metrics/destination-metric.ts': {
    name: 'DestinationMetric',
    doc: 'A metric of a queue, a topic or a network connector, with its unit and the statistic that makes sense of it.',
    measures: 'destination',
    table: 'DESTINATION_METRICS',
    metrics: DESTINATION_METRICS,
  },
};

async function main(): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const target = (name: string) => path.join(__dirname, '..', name);
  for (const [name, metricClass] of Object.entries(CLASSES))
    writeGenerated(target(name), await metricClassSource(target(name), metricClass), isCheck);
  writeGenerated(target('docs/metrics.md'), await metricsDocument(target('docs/metrics.md')), isCheck);
}

void main();
