import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { planReviewDocument } from './plan-review-document';

const file = path.join(__dirname, '../docs/plan-review.md');
writeFileSync(file, planReviewDocument(readFileSync(file, 'utf8')));
