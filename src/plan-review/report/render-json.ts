import { plainText } from '../../util/phrase';
import { safeJson } from '../../util/safe-json';
import { type Drift } from '../reviews/review-drift';
import { type JudgedAllowance, type JudgedFinding } from './gate';
import { type Report } from './report';

/** The report for programs, as json-schema/review.json says. */
export function renderJson(report: Report): string {
  return safeJson({
    formatVersion: '2',
    title: report.title,
    blocked: report.blocked,
    summary: report.summary,
    findings: report.findings.map(findingJson),
    drift: report.drift.map(driftJson),
    stacks: report.stacks.map(({ name, notes }) => ({ name, notes: notes.map(plainText) })),
    allowances: report.allowances.map(allowanceJson),
  });
}

function findingJson(finding: JudgedFinding) {
  const { allowedBy } = finding;
  return {
    code: finding.code,
    effect: finding.effect,
    severity: finding.severity,
    address: finding.address,
    stack: finding.stack,
    resourceType: finding.resourceType,
    attributes: finding.attributes,
    message: plainText(finding.message),
    remedy: plainText(finding.remedy),
    details: finding.details.map(plainText),
    causedBy: finding.causedBy,
    gated: finding.gated,
    allowed: allowedBy !== undefined,
    ...(allowedBy !== undefined && { allowedBy: { origin: allowedBy.origin, reason: allowedBy.reason } }),
  };
}

function driftJson({ stack, address, resourceType, attributes, message }: Drift) {
  return { address, resourceType, attributes, message: plainText(message), stack };
}

function allowanceJson({ address, stack, what, reason, expires, origin, state }: JudgedAllowance) {
  return { address, stack, what, reason, expires, origin, state };
}
