import { FORMS } from '../amazon-mq/forms';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of something that is put into a VPC. */
export interface InVpc {
  readonly vpcId?: string;
}

export const VPC_ID_FORM: Rule<InVpc> = {
  code: 'vpc-id-form',
  severity: 'error',
  reason: 'AWS has no VPC with another id',
  source: SOURCES.securityGroupRules,
  allowed: 'an id such as vpc-0123456789abcdef0',
  remedy: 'give the id of the VPC, not its name',
  check: ({ vpcId }) =>
    vpcId === undefined || FORMS.vpcId.test(vpcId)
      ? []
      : [
          {
            property: 'vpcId',
            problem: 'is not the id of a VPC',
            got: vpcId,
          },
        ],
};
