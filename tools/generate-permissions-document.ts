import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { permissionsDocument } from './permissions-document';

const page = path.join(__dirname, '../docs/permissions.md');
writeFileSync(page, permissionsDocument(readFileSync(page, 'utf8')));
