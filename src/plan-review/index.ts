// What the command uses of the review: the build puts this and all that it loads into one file (tools/bundle-review.js).
export { type Effect, EFFECTS, isEffect } from './findings/effects';
export { SEVERITIES } from './findings/finding-kind';
export { FINDING_CODES, type FindingCode, isFindingCode } from './findings/finding-kinds';
export { readPlan } from './plan/read-plan';
export { Secrets } from './plan/secrets';
export { UnreadablePlanError } from './plan/unreadable-plan-error';
export { AllowFileError, MOST_ALLOWANCES, readAllowFile } from './report/allow-file';
export { type Allowance, type FailOn, type Gate } from './report/gate';
export { renderCodeQuality } from './report/render-code-quality';
export { renderJson } from './report/render-json';
export { renderJunit } from './report/render-junit';
export { renderMarkdown } from './report/render-markdown';
export { renderSarif } from './report/render-sarif';
export { renderText } from './report/render-text';
export { type Report, reportOf, type StackReport } from './report/report';
export { allowanceText } from './report/verdict';
export { type NamedPlan, reviewPlans } from './review-plan';
