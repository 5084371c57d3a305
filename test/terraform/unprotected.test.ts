import { describeWithTerraform } from './terraform';
import { unprotected } from './unprotected';

const PASSWORD = 'Simulated-Password-0';

describeWithTerraform('what a plan shows a reader', (aws) => {
  const secret = (more: object = {}) => ({
    resource: {
      aws_secretsmanager_secret: { admin: { name: 'orders' } },
      aws_secretsmanager_secret_version: {
        admin: { secret_id: '${aws_secretsmanager_secret.admin.id}', secret_string: '${var.password}' },
      },
    },
    variable: { password: { type: 'string', default: '', sensitive: true } },
    ...more,
  });

  const planWithPassword = async (configuration: object) => {
    const workspace = aws().workspace(configuration);
    await workspace.init();
    return (await workspace.plan('-var', `password=${PASSWORD}`)).json;
  };

  it('leaves out what terraform marks as sensitive', async () => {
    const { variables, ...plan } = await planWithPassword(secret());
    expect(JSON.stringify(plan)).toContain(PASSWORD);
    expect(unprotected(plan)).not.toContain(PASSWORD);
    expect(variables).toEqual({ password: { value: PASSWORD } });
  });

  it('holds what was written where anyone can read it', async () => {
    const topic = { aws_sns_topic: { leak: { name: 'leak', display_name: PASSWORD } } };
    const configuration = secret();
    const plan = await planWithPassword({ ...configuration, resource: { ...configuration.resource, ...topic } });
    expect(unprotected({ ...plan, variables: undefined })).toContain(PASSWORD);
  });
});
