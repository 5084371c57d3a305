import { EngineVersion } from '../../src/amazon-mq/engine-version';
import { InstanceType } from '../../src/amazon-mq/instance-type';

test.each(Object.entries(InstanceType))('InstanceType.%s has the name that it is called by', (constant, { name }) => {
  expect(name).toBe(`mq.${constant.toLowerCase().replace('_', '.')}`);
});

test.each(Object.entries(EngineVersion))(
  'EngineVersion.%s is the version that it is called by',
  (constant, { version }) => {
    expect(`V${version.replace('.', '_')}`).toBe(constant);
  },
);
