import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import { ConfigurationDocument } from '../../src/document/configuration-document';
import { describeWithTerraform } from '../terraform/terraform';

const MODULE = path.join(__dirname, '..', '..', 'modules', 'activemq');
/** Pinned: an unpinned source takes another module with each init. */
const PUBLISHED = `git::https://github.com/cdktf-amazon-mq/cdktf-amazon-mq.git//modules/activemq?ref=v${version}`;

/** What the samples of the README take for granted. */
const SURROUNDINGS = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-west-1"
}
resource "aws_security_group" "shop" {}
module "vpc" {
  source = "./vpc"
}
`;
const VPC = `
output "vpc_id" {
  value = "vpc-0123456789abcdef0"
}
output "private_subnets" {
  value = ["subnet-0123456789abcdef0"]
}
`;

describeWithTerraform('the samples of the README of the module', (aws) => {
  it('are valid, and formatted', async () => {
    const readme = readFileSync(path.join(MODULE, 'README.md'), 'utf8');
    const samples = [...readme.matchAll(/```hcl\n([^]*?)```/g)].map(([, sample]) => sample);
    expect(samples.map((sample) => sample.split(PUBLISHED)).map(({ length }) => length)).toEqual([2, 2]);

    const folder = aws().folder();
    mkdirSync(path.join(folder, 'vpc'));
    writeFileSync(path.join(folder, 'vpc', 'outputs.tf'), VPC);
    writeFileSync(path.join(folder, 'activemq.xml'), ConfigurationDocument.durable().xml);
    writeFileSync(path.join(folder, 'surroundings.tf'), SURROUNDINGS);
    samples.forEach((sample, index) => writeFileSync(path.join(folder, `sample${index}.tf`), sample));
    const workspace = aws().workspaceOver(folder);
    await workspace.run('fmt', '-check', 'sample0.tf', 'sample1.tf');
    samples.forEach((sample, index) =>
      writeFileSync(path.join(folder, `sample${index}.tf`), sample.replace(PUBLISHED, MODULE)),
    );
    await workspace.init();
    expect((await workspace.validate()).stdout).toContain('The configuration is valid');
  });
});
