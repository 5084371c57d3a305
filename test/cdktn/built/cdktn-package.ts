import { existsSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '..', '..', '..');

/** The folder of the package for CDK Terrain. */
export const CDKTN = path.join(ROOT, 'packages', 'cdktn');

if (!existsSync(path.join(CDKTN, 'lib', 'index.js')))
  throw new Error('the package for CDK Terrain was not built: npm run test:cdktn builds it first');
