import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { ActiveStandbyBroker, type ActiveStandbyBrokerProps, BrokerEncryption } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform, type SimulatedAws } from '../terraform/terraform';
import { checkov, checkovBinary, type CheckovOutcome } from './checkov';

const MISSING = 'checkov is not on the PATH, so it checked no plan. Get it by pip install checkov';
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555';

async function outcomeOf(aws: SimulatedAws, props: Partial<ActiveStandbyBrokerProps> = {}): Promise<CheckovOutcome> {
  const { text } = Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', ...props });
  });
  const workspace = aws.workspace(text);
  await workspace.init();
  return checkov(workspace.folder, (await workspace.plan()).json);
}

/** The checks that docs/compliance.md declares as failing with the defaults. */
function declaredFailures(): string[] {
  const document = readFileSync(path.join(__dirname, '../../docs/compliance.md'), 'utf8');
  return [...document.matchAll(/^\| (CKV2?_AWS_\d+) *\| fails *\|/gm)].map(([, id]) => id).sort();
}

describeWithTerraform(
  'Checkov on the plan of a broker with its defaults',
  (aws) => {
    it('passes what is about Amazon MQ, but for the key', async () => {
      const { passed, failed } = await outcomeOf(aws());
      const broker = Object.keys(passed).find((address) => address.startsWith('aws_mq_broker.'))!;
      expect(passed[broker]).toEqual(
        expect.arrayContaining(['CKV_AWS_48', 'CKV_AWS_69', 'CKV_AWS_197', 'CKV_AWS_207']),
      );
      expect(failed[broker]).toEqual(['CKV_AWS_209']);
      expect([...passed[broker], ...failed[broker]]).not.toContain('CKV_AWS_208');
      expect([...new Set(Object.values(failed).flat())].sort()).toEqual(declaredFailures());
    });

    it('passes the key as well with one of one’s own', async () => {
      const { failed } = await outcomeOf(aws(), { encryption: BrokerEncryption.customerManagedKey(KEY) });
      expect(Object.keys(failed).filter((address) => address.startsWith('aws_mq_broker.'))).toEqual([]);
    });

    it('finds what a careless broker has, so it can fail', async () => {
      const { failed } = await outcomeOf(aws(), { publiclyAccessible: true, logs: { general: false, audit: false } });
      const broker = Object.keys(failed).find((address) => address.startsWith('aws_mq_broker.'))!;
      expect(failed[broker]).toEqual(expect.arrayContaining(['CKV_AWS_48', 'CKV_AWS_69', 'CKV_AWS_197']));
    });
  },
  () => (checkovBinary === undefined ? MISSING : undefined),
);
