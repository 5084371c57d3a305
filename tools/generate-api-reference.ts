// Makes docs/api/ from the assembly as it was built: npm run docs:api
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiReference } from './api-reference';

const root = path.join(__dirname, '..');
const target = path.join(root, 'docs', 'api');

const pages = apiReference(root);
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
for (const [file, text] of Object.entries(pages)) writeFileSync(path.join(target, file), text);
