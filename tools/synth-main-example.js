// Synthesizes the main example from what was built, and says where the Terraform lies and what to do next.
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const outdir = process.env.CDKTF_OUTDIR ?? 'cdktf.out';
const { status } = spawnSync(
  process.execPath,
  ['-r', './tools/register-typescript.js', 'examples/active-standby/main.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, AMAZON_MQ_PACKAGE: 'lib', CDKTF_OUTDIR: outdir } },
);
if (status !== 0) process.exit(status ?? 1);

const { stacks } = JSON.parse(readFileSync(path.resolve(root, outdir, 'manifest.json'), 'utf8'));
for (const { name, synthesizedStackPath } of Object.values(stacks)) {
  console.log(`The Terraform of the stack ${name} lies in ${path.join(outdir, synthesizedStackPath)}`);
}
console.log(`
Next, with AWS credentials in the environment and Terraform on the PATH:
  npx cdktf diff      what would be made
  npx cdktf deploy    make it
The app is examples/active-standby/main.ts; the other examples stand beside it.`);
