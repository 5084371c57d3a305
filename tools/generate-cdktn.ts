// Makes the package for CDK Terrain in packages/cdktn from the sources of this one, installs what it depends on where that has
// changed, and compiles it: npm run build:cdktn
import { execSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { generateCdktn } from './cdktn/generate';

const root = path.join(__dirname, '..');
const target = path.join(root, 'packages', 'cdktn');

function main(): void {
  generateCdktn(root, target);
  if (!isInstalled()) execSync('npm ci --no-audit --no-fund', { cwd: target, stdio: 'inherit' });
  execSync('node tools/build.js', { cwd: target, stdio: 'inherit' });
}

/** Whether npm has installed since the lock file last changed. */
function isInstalled(): boolean {
  const installed = path.join(target, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs > statSync(path.join(target, 'package-lock.json')).mtimeMs
  );
}

main();
