import { TerraformVariable } from 'cdktf';
import { SingleInstanceBroker, StorageType } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

test('a single instance has one subnet, EFS, and no deletion protection', () => {
  const synthesized = Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing' });
  });
  const [subnet, ...others] = Object.keys(synthesized.resources('aws_subnet'));
  expect(others).toEqual([]);
  expect(synthesized.resource('aws_mq_broker')).toMatchObject({
    deployment_mode: 'SINGLE_INSTANCE',
    storage_type: 'efs',
    subnet_ids: [`\${aws_subnet.${subnet}.id}`],
  });
  expect(synthesized.text).not.toContain('prevent_destroy');
});

test('EBS is asked of the broker and of the zones', () => {
  const synthesized = Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing', storageType: StorageType.EBS });
  });
  expect(synthesized.resource('aws_mq_broker').storage_type).toBe('ebs');
  expect(synthesized.data('aws_mq_broker_instance_type_offerings').storage_type).toBe('EBS');
});

test('a storage type that only Terraform knows is in lower case for the broker, as the provider takes it', () => {
  const synthesized = Synthesized.from((stack) => {
    const storageType = new TerraformVariable(stack, 'storage', { type: 'string' }).stringValue as StorageType;
    new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing', storageType });
  });
  expect(synthesized.resource('aws_mq_broker').storage_type).toBe('${lower(var.storage)}');
});

test('deletion protection can be switched on', () => {
  const synthesized = Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing', deletionProtection: true });
  });
  expect(synthesized.resource('aws_mq_broker').lifecycle).toEqual({ prevent_destroy: true });
  expect(synthesized.resource('aws_secretsmanager_secret').lifecycle).toEqual({ prevent_destroy: true });
});
