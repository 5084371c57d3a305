import { isLiteral } from '../../util/phrase';
import { type JudgedFinding } from './gate';

/** The findings in their order, those of one address with one effect and severity together. */
export function groupsOf(findings: readonly JudgedFinding[]): JudgedFinding[][] {
  const groups: JudgedFinding[][] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    if (group !== undefined && isAlike(group[0], finding)) group.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

function isAlike(a: JudgedFinding, b: JudgedFinding): boolean {
  return a.stack === b.stack && a.address === b.address && a.effect === b.effect && a.severity === b.severity;
}

/** Whether a message leaves out what it is about. */
export function needsAddress({ address, message }: JudgedFinding): boolean {
  return !message.some((part) => isLiteral(part) && part.literal === address);
}
