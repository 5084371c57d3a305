import fs from 'node:fs';
import path from 'node:path';
import { Client } from '../aws/client';
import { type Plan } from '../terraform/workspace';
import { describeWithProvider } from './cloud';
import { callingSubmodules, IMPORTS, SUBMODULE_CALLS, workspaceWithModules } from './submodule-calls';

function changesOf({ resource_changes = [] }: Plan): string[] {
  return resource_changes
    .filter(({ mode, change }) => mode === 'managed' && change.actions.join() !== 'no-op')
    .map(({ address }) => address);
}

describeWithProvider('the modules beside activemq, with the real provider', (cloud) => {
  it('are called with every input', () => {
    for (const { source } of Object.values(SUBMODULE_CALLS).slice(1)) {
      const file = path.join(__dirname, '..', '..', source, 'variables.tf');
      const names = [...fs.readFileSync(file, 'utf8').matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
      const given = Object.values(SUBMODULE_CALLS).find((call) => call.source === source)!;
      expect(names.filter((name) => !(name in given))).toEqual([]);
    }
  });

  it('are applied with a broker, import its log groups, and the next plan changes nothing', async () => {
    const names = IMPORTS.map(({ id }) => id);
    const workspace = await callingSubmodules(cloud());
    await workspace.validate();
    await workspace.apply('-parallelism=40');
    const { json } = await workspace.plan('-parallelism=40');
    expect(changesOf(json)).toEqual([]);
    const addresses = (json.resource_changes ?? []).map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'module.alarms.aws_cloudwatch_metric_alarm.this["queue-orders.in-depth"]',
        'module.dashboard.aws_cloudwatch_dashboard.this',
        'module.logs.aws_cloudwatch_log_group.audit[0]',
        'module.standby.aws_kms_key.this[0]',
        'module.trigger.aws_lambda_event_source_mapping.this',
      ]),
    );
    await workspace.destroy('-parallelism=40');
    expect((await cloud().standIn.inventory()).brokers).toEqual([]);
    expect(await new Client(cloud().standIn).logGroups()).not.toContain(names[0]);
  });

  it('and activemq take a provider with an alias, in place of an input for the Region', async () => {
    const source = './modules/activemq';
    const single = { source, deployment_mode: 'SINGLE_INSTANCE' };
    const workspace = await workspaceWithModules(cloud(), {
      provider: { aws: [{ region: 'eu-west-1' }, { region: 'eu-central-1', alias: 'frankfurt' }] },
      module: {
        ireland: { ...single, broker_name: 'ireland' },
        frankfurt: { ...single, broker_name: 'frankfurt', providers: { aws: 'aws.frankfurt' } },
        alarms: {
          source: './modules/activemq-alarms',
          broker_name: '${module.frankfurt.broker_name}',
          broker_arn: '${module.frankfurt.broker_arn}',
          deployment_mode: '${module.frankfurt.deployment_mode}',
          emails: ['operations@example.com'],
          providers: { aws: 'aws.frankfurt' },
        },
      },
      output: {
        arns: { value: ['${module.ireland.broker_arn}', '${module.frankfurt.broker_arn}'] },
        alarm: { value: '${module.alarms.alarm_arns[0]}' },
      },
    });
    await workspace.apply('-parallelism=40');
    const { arns, alarm } = (await workspace.outputs()) as { arns: string[]; alarm: string };
    expect(arns.map((arn) => arn.split(':')[3])).toEqual(['eu-west-1', 'eu-central-1']);
    expect(alarm.split(':')[3]).toBe('eu-central-1');
    expect(changesOf((await workspace.plan('-parallelism=40')).json)).toEqual([]);
  });
});
