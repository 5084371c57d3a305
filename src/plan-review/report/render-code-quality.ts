import { plainText } from '../../util/phrase';
import { printable } from '../../util/printable';
import { safeJson } from '../../util/safe-json';
import { fingerprintsOf } from './fingerprint';
import { type JudgedFinding } from './gate';
import { type Report } from './report';

/**
 * The report as GitLab's Code Quality report, which a merge request shows as what came and what went.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export function renderCodeQuality(report: Report, files: ReadonlyMap<string, string>): string {
  const fingerprints = fingerprintsOf(report.findings);
  return safeJson(
    report.findings.map((finding, index) => ({
      description: `${printable(finding.address)}: ${printable(plainText(finding.message))}`,
      check_name: finding.code,
      fingerprint: fingerprints[index],
      severity: severityOf(finding),
      location: { path: printable(files.get(finding.stack) ?? finding.stack), lines: { begin: 1 } },
    })),
  );
}

function severityOf({ blocks, severity }: JudgedFinding): string {
  if (blocks) return 'blocker';
  return { error: 'critical', warning: 'major', info: 'info' }[severity];
}
