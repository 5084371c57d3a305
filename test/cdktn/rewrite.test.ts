import { rewrite } from '../../tools/cdktn/rewrite';

test.each([
  [`import { App } from 'cdktf';`, `import { App } from 'cdktn';`],
  [`import * as cdktf from "cdktf";`, `import * as cdktf from "cdktn";`],
  [`require('cdktf/lib/testing')`, `require('cdktn/lib/testing')`],
  [
    `import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';`,
    `import { MqBroker } from '@cdktn/provider-aws/lib/mq-broker';`,
  ],
  [`require.resolve('@cdktf/provider-aws/package.json')`, `require.resolve('@cdktn/provider-aws/package.json')`],
  [`import { Peer } from 'cdktf-amazon-mq';`, `import { Peer } from 'cdktn-amazon-mq';`],
  ['usage: cdktf-amazon-mq <command>', 'usage: cdktn-amazon-mq <command>'],
  ['bin/cdktf-amazon-mq', 'bin/cdktn-amazon-mq'],
  ['"module": "cdktf_amazon_mq"', '"module": "cdktn_amazon_mq"'],
  ['"groupId": "io.github.cdktfamazonmq"', '"groupId": "io.github.cdktnamazonmq"'],
  ['"namespace": "CdktfAmazonMq"', '"namespace": "CdktnAmazonMq"'],
  ['github.com/cdktf-amazon-mq/cdktf-amazon-mq-go', 'github.com/cdktf-amazon-mq/cdktn-amazon-mq-go'],
  ['"source": "aws",\n"version": "6.25.0"', '"source": "hashicorp/aws",\n"version": "6.66.0"'],
])('%s becomes %s', (text, rewritten) => {
  expect(rewrite(text)).toBe(rewritten);
});

test.each([
  'cdktf.json',
  'cdktf.out/stacks',
  'element.cdktfStack',
  'new cdktf.TerraformStack()',
  'CDKTF_OUTDIR',
  'run cdktf synth',
  'https://github.com/cdktf-amazon-mq/cdktf-amazon-mq.git',
  `import { Construct } from 'constructs';`,
])('%s stays', (text) => {
  expect(rewrite(text)).toBe(text);
});
