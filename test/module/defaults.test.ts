import { SingleInstanceBroker } from 'cdktf-amazon-mq';
import { VARIABLES } from '../../tools/module/variables';
import { Synthesized } from '../support/synthesized';

test.each([
  ['engine_version', 'engine_version'],
  ['instance_type', 'host_instance_type'],
  ['storage_type', 'storage_type'],
] as const)('the default of the input %s is that of the constructs', (input, argument) => {
  const broker = Synthesized.from(
    (stack) => new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' }),
  ).resource('aws_mq_broker');
  expect(String(VARIABLES[input].default).toLowerCase()).toBe(broker[argument]);
});
