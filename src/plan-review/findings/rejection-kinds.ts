import { BROKER_REJECTIONS } from '../../amazon-mq/rejections/broker-rejections';
import { BROKER_CHANGE_REJECTIONS } from '../../amazon-mq/rejections/changes';
import { CONFIGURATION_REJECTIONS } from '../../amazon-mq/rejections/configuration-rejections';
import { type Severity } from '../../rules/rule';
import { type FindingKind } from './finding-kind';

declare const REJECTION: unique symbol;

/** The code of a rule about what Amazon MQ, AWS or the provider rejects: constructs and module have the same. */
export type RejectionCode = string & { readonly [REJECTION]: true };

const REJECTIONS = [...BROKER_REJECTIONS, ...BROKER_CHANGE_REJECTIONS, ...CONFIGURATION_REJECTIONS];

/** The rules by code. */
export const REJECTIONS_BY_CODE = new Map(REJECTIONS.map((rejection) => [rejection.code, rejection]));

export function rejectionCode(code: string): RejectionCode {
  return code as RejectionCode;
}

const EFFECTS: Readonly<Record<Severity, FindingKind['effects']>> = {
  error: ['fails', 'no-effect'],
  warning: ['create', 'in-place', 'no-effect'],
  info: ['create', 'in-place', 'no-effect'],
};

/** The kinds of finding for what is rejected: an error makes the apply fail, unless the provider does not send the value. */
export const REJECTION_KINDS: Readonly<Record<RejectionCode, FindingKind>> = Object.fromEntries(
  REJECTIONS.map(({ code, severity, reason, source }) => [
    code,
    { effects: EFFECTS[severity], severity, reason, source },
  ]),
);
