import { brokersByHand, CANONICAL_DOCUMENT } from '../terraform/fixtures';
import { SimulatedAws, type TerraformHost, Workspace } from '../terraform/terraform';
import { diagnosticsIn, ERROR_DIFFERENCES, unified } from './calibration';
import { describeWithProvider } from './cloud';

const USER = { username: 'admin', password: 'Simulated-Password-0', console_access: true };
const WINDOW = { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' };
const user = (change: object) => ({ user: [{ ...USER, ...change }] });

/** Arguments of a broker that the provider rejects or warns of. */
const REJECTED: Readonly<Record<string, object>> = {
  long_name: { broker_name: 'x'.repeat(51) },
  spaced_name: { broker_name: 'with space' },
  empty_name: { broker_name: '' },
  missing_name: { broker_name: undefined },
  mode: { deployment_mode: 'NONE' },
  engine: { engine_type: 'Kafka' },
  strategy: { authentication_strategy: 'kerberos' },
  storage: { storage_type: 's3' },
  audit: { logs: { audit: '1' } },
  replication: { data_replication_mode: 'crdr', data_replication_primary_broker_arn: 'orders' },
  key: { encryption_options: { kms_key_id: 'alias/mine' } },
  groups: { security_groups: [...'abcdef'] },
  window: { maintenance_window_start_time: { ...WINDOW, day_of_week: 'MON' } },
  short_password: user({ password: 'Short-1-2' }),
  dull_password: user({ password: 'aaaaaabbbbbb' }),
  comma_in_password: user({ password: 'With,a,comma-in-it' }),
  bad_password: user({ username: 'a', password: 'a,' }),
  user_groups: user({ groups: ['g'] }),
  many_user_groups: user({ groups: Array.from({ length: 21 }, (_, index) => `group-${index}`) }),
  no_user: { user: undefined },
  unknown: { unknown_argument: 1 },
};

const CONFIGURATION = { engine_type: 'ActiveMQ', engine_version: '5.19', data: CANONICAL_DOCUMENT };
const BROKER = {
  broker_name: 'orders',
  engine_type: 'ActiveMQ',
  engine_version: '5.19',
  host_instance_type: 'mq.m5.large',
  auto_minor_version_upgrade: true,
  user: [USER],
};

/** What fails in an apply, but for what comes first. */
const FAILING = {
  resource: {
    aws_mq_configuration: {
      first: { ...CONFIGURATION, name: 'orders' },
      taken: { ...CONFIGURATION, name: 'orders', depends_on: ['aws_mq_configuration.first'] },
      invalid: { ...CONFIGURATION, name: 'invalid', data: '<broker/>' },
      unclosed: { ...CONFIGURATION, name: 'unclosed', data: '<broker>' },
    },
    aws_mq_broker: {
      first: BROKER,
      taken: { ...BROKER, depends_on: ['aws_mq_broker.first'] },
      mismatched: { ...BROKER, broker_name: 'mismatched', engine_version: '5.17' },
    },
  },
};

/** The errors that an apply prints, without the place, which validation has. */
function errorsIn(output: string): string[] {
  const text = output.replaceAll(/[│╷╵]/g, '').replaceAll(/\s+/g, ' ');
  const errors = [...text.matchAll(/Error: (.*?) with (\S+),/g)];
  return errors.map(([, message, address]) => `${address}: ${message.replaceAll(/\(c-[^)]+\)/g, '(ID)')}`).sort();
}

describeWithProvider('what both providers say of a configuration', (cloud) => {
  let simulated: SimulatedAws;
  beforeAll(async () => {
    simulated = await SimulatedAws.start();
  });
  afterAll(() => simulated.stop());

  const both = <T>(run: (workspace: Workspace) => Promise<T>, configuration: object): Promise<T[]> =>
    Promise.all(
      [simulated, cloud()].map(async (host: TerraformHost & { folder(): string }) => {
        const workspace = new Workspace(host.folder(), host);
        workspace.write(configuration);
        await workspace.init();
        return run(workspace);
      }),
    );

  it('is the same of wrong arguments, texts and places', async () => {
    const [ofSimulated, ofReal] = await both(async (workspace) => {
      const { stdout } = await workspace.tryRun('validate', '-json');
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: Parameters<typeof diagnosticsIn>[0] };
      return diagnosticsIn(diagnostics);
    }, brokersByHand(REJECTED));
    expect(ofReal.map(({ block }) => block)).toEqual(
      Object.keys(REJECTED)
        .map((name) => `aws_mq_broker.${name}`)
        .sort(),
    );
    expect(unified(ofSimulated, ERROR_DIFFERENCES)).toEqual(unified(ofReal, ERROR_DIFFERENCES));
    for (const about of Object.keys(ERROR_DIFFERENCES))
      expect(unified(ofSimulated, ERROR_DIFFERENCES, about)).not.toEqual(unified(ofReal, ERROR_DIFFERENCES, about));
  });

  it('is the same of what Amazon MQ rejects at the apply', async () => {
    const [ofSimulated, ofReal] = await both(
      async (workspace) => errorsIn((await workspace.tryRun('apply', '-auto-approve')).output),
      FAILING,
    );
    expect(ofReal).toHaveLength(5);
    expect(ofSimulated).toEqual(ofReal);
  });
});
