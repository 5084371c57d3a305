import path from 'node:path';

/**
 * The environment of a synthesis. Before Terraform CDK writes `import` and `moved` blocks and `terraform_data`, it asks
 * Terraform for its version. The JSON is the same whatever the answer, so these tests need no Terraform.
 */
export const SYNTH_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(__dirname, 'bin'), process.env.PATH].join(path.delimiter),
};
