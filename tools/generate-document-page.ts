import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withFindings } from './document-page/findings-section';
import { writeGenerated } from './generated-file';

const PAGE = path.join(__dirname, '../docs/document.md');

writeGenerated(PAGE, withFindings(readFileSync(PAGE, 'utf8')), process.argv.includes('--check'));
