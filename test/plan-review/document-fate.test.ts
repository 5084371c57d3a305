import { DOCUMENT_RULES } from '../../src/document/check/document-rules';
import { documentFate } from '../../src/plan-review/reviews/document-fate';

describe('the fate of what the check of a document finds', () => {
  it.each(Object.entries(DOCUMENT_RULES))('%s is the one that its reason tells', (code, { reason, severity }) => {
    const fate = documentFate({ code, severity, path: '/broker', message: '' });
    if (/the update is refused/.test(reason)) expect(fate).toBe('refused');
    else if (/\bdropped\b/.test(reason)) expect(fate).toBe('dropped');
    else expect(fate).toBe('taken');
  });
});
