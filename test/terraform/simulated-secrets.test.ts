import { brokerByHand } from './fixtures';
import { describeWithTerraform, type SimulatedAws } from './terraform';

function withPassword(expression: string, more: object = {}) {
  const { resource } = brokerByHand({
    broker: {
      user: [{ username: 'admin', password: '${aws_secretsmanager_secret_version.admin.secret_string}' }],
    },
  });
  return {
    ...more,
    resource: {
      ...resource,
      aws_secretsmanager_secret: { admin: { name: 'orders' } },
      aws_secretsmanager_secret_version: {
        admin: {
          secret_id: '${aws_secretsmanager_secret.admin.id}',
          secret_string: expression,
          lifecycle: { ignore_changes: ['secret_string'] },
        },
      },
    },
  };
}

async function secretValues(aws: SimulatedAws): Promise<unknown[]> {
  return Object.values((await aws.account()).objects['secret-version']).map(({ secret_string }) => secret_string);
}

describeWithTerraform('simulated secrets', (aws) => {
  it('show that the data source of random passwords prints the password of the broker in the plan', async () => {
    const workspace = aws().workspace(
      withPassword('${data.aws_secretsmanager_random_password.admin.random_password}', {
        data: { aws_secretsmanager_random_password: { admin: { exclude_punctuation: true } } },
      }),
    );
    await workspace.init();
    const { output } = await workspace.plan();
    const applied = await workspace.run('apply', 'planned');
    const [password] = await secretValues(aws());
    expect(applied.output).toContain('Apply complete');
    expect(output).toContain(`Read complete after 0s [id=${String(password)}]`);
    const [broker] = Object.values((await aws().account()).objects['mq-broker']);
    expect(broker.users).toEqual([expect.objectContaining({ password })]);
  });

  it('show that a uuid is printed nowhere, and stays', async () => {
    const workspace = aws().workspace(withPassword('${uuid()}'));
    await workspace.init();
    const planned = await workspace.plan();
    const applied = await workspace.run('apply', 'planned');
    const again = await workspace.plan();
    const [password] = await secretValues(aws());
    expect(password).toMatch(/^[0-9a-f-]{36}$/);
    expect(planned.output + JSON.stringify(planned.json) + applied.output + again.output).not.toContain(password);
    expect(again.hasChanges).toBe(false);
  });

  it('show that a replaced version means another password, which changes the broker', async () => {
    const workspace = await aws().applied(withPassword('${uuid()}'));
    const [before] = await secretValues(aws());
    const { json } = await workspace.plan('-replace=aws_secretsmanager_secret_version.admin');
    expect(json.resource_changes?.find(({ type }) => type === 'aws_mq_broker')?.change.actions).toEqual(['update']);
    await workspace.run('apply', 'planned');
    const [after] = await secretValues(aws());
    expect(after).not.toBe(before);
  });

  it('refuse a name that is still scheduled for deletion', async () => {
    const secret = { resource: { aws_secretsmanager_secret: { admin: { name: 'orders' } } } };
    const workspace = await aws().applied(secret);
    await workspace.destroy();
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output.replace(/[│\s]+/g, ' ')).toContain('a secret with this name is already scheduled for deletion');
  });

  it('are read by another stack, marked sensitive', async () => {
    await aws().applied(withPassword('${uuid()}'));
    const workspace = aws().workspace({
      data: { aws_secretsmanager_secret_version: { admin: { secret_id: 'orders' } } },
      output: { password: { sensitive: true, value: '${data.aws_secretsmanager_secret_version.admin.secret_string}' } },
    });
    await workspace.init();
    const { output } = await workspace.apply();
    const [password] = await secretValues(aws());
    expect(await workspace.outputs()).toEqual({ password });
    expect(output).not.toContain(password);
  });
});
