import { brokerByHand } from './fixtures';
import { describeWithTerraform } from './terraform';

describeWithTerraform('simulated regions', (aws) => {
  it('keep the provider blocks of a stack apart, and let a resource name its own', async () => {
    const workspace = await aws().applied({
      provider: {
        aws: [
          { region: 'us-east-1', default_tags: [{ tags: { team: 'orders' } }] },
          { alias: 'west', region: 'us-west-2' },
        ],
      },
      resource: {
        aws_sns_topic: {
          east: { name: 'east', tags: { stage: 'test' } },
          west: { name: 'west', provider: 'aws.west' },
          own: { name: 'own', region: 'eu-west-1' },
        },
      },
      output: {
        arns: { value: '${[aws_sns_topic.east.arn, aws_sns_topic.west.arn, aws_sns_topic.own.arn]}' },
        tags: { value: '${[aws_sns_topic.east.tags_all, aws_sns_topic.west.tags_all]}' },
      },
    });
    expect(await workspace.outputs()).toEqual({
      arns: ['us-east-1:123456789012:east', 'us-west-2:123456789012:west', 'eu-west-1:123456789012:own'].map(
        (rest) => `arn:aws:sns:${rest}`,
      ),
      tags: [{ team: 'orders', stage: 'test' }, null],
    });
    expect((await workspace.plan()).hasChanges).toBe(false);
  });

  it('let no replica of another region take a configuration, logs or an engine version', async () => {
    const inRegion = (broker: object) => {
      const { resource } = brokerByHand({ broker: { configuration: undefined, logs: undefined, ...broker } });
      const subnets = { a: 'us-east-1a', b: 'us-east-1b' };
      for (const [name, zone] of Object.entries(subnets)) resource.aws_subnet[name].availability_zone = zone;
      return { provider: { aws: [{ region: 'us-east-1' }] }, resource };
    };
    const replication = {
      data_replication_mode: 'CRDR',
      data_replication_primary_broker_arn: 'arn:aws:mq:us-west-2:123456789012:broker:orders:b-1',
    };
    const workspace = await aws().applied(inRegion(replication));
    workspace.write(inRegion({ ...replication, logs: { general: true } }));
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output.replace(/[│\s]+/g, ' ')).toContain(
      'Global broker attribute [Optional[engineVersion]] cannot be modified in Replica broker directly.',
    );
  });
});
