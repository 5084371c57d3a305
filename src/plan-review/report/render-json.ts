import { plainText } from '../../util/phrase';
import { type Drift } from '../reviews/review-drift';
import { type JudgedFinding, type Report } from './report';

/** The report for programs; docs/plan-review.md describes each member. */
export function renderJson(report: Report): string {
  const text = {
    formatVersion: '1',
    summary: report.summary,
    findings: report.findings.map(findingJson),
    drift: report.drift.map(driftJson),
    stacks: report.stacks.map(({ name, notes }) => ({ name, notes: notes.map(plainText) })),
    blocked: report.blocked,
  };
  return `${JSON.stringify(text, undefined, 2)}\n`;
}

function findingJson(finding: JudgedFinding) {
  return {
    code: finding.code,
    effect: finding.effect,
    severity: finding.severity,
    address: finding.address,
    resourceType: finding.resourceType,
    attributes: finding.attributes,
    message: plainText(finding.message),
    remedy: plainText(finding.remedy),
    causedBy: finding.causedBy,
    stack: finding.stack,
    details: finding.details.map(plainText),
    allowed: finding.allowed,
  };
}

function driftJson({ stack, address, resourceType, attributes, message }: Drift) {
  return { address, resourceType, attributes, message: plainText(message), stack };
}
