// The Terraform module of this package in a CDKTF stack, by the bindings that `cdktf get` made of it in .gen: for teams
// that consume modules as they are published and want no library of constructs.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Activemq } from '../../.gen/modules/activemq';

// `cdktf synth` hands in the modules of cdktf.json by itself; said here, the app runs without the CLI as well. With a
// fixed hash the module keeps its path below cdktf.out, and so a workspace need not be initialized again for each change.
const app = new App({
  context: { cdktfRelativeModules: ['./modules/activemq'], cdktfStaticModuleAssetHash: 'activemq' },
});
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });

const orders = new Activemq(stack, 'orders', {
  brokerName: 'orders',
  deploymentMode: 'SINGLE_INSTANCE',
  allowFrom: {
    office: { protocols: ['openwire', 'web_console'], ipv4_cidr: '10.20.0.0/16' },
  },
  users: {
    operator: { console_access: true },
    shop: { groups: ['clients'] },
  },
  tags: { team: 'messaging' },
});

new TerraformOutput(stack, 'url', { value: orders.openwireFailoverUrlOutput });
new TerraformOutput(stack, 'secrets', { value: orders.secretArnsOutput });
app.synth();
