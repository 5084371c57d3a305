import { FORMS } from '../amazon-mq/forms';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What names security groups that exist. */
export interface SecurityGroupsFacts {
  /** Their ids, by the property that has them. */
  readonly securityGroupIds?: Record<string, string | undefined>;
}

export const SECURITY_GROUP_RULES: readonly Rule<SecurityGroupsFacts>[] = [
  {
    code: 'security-group-id-form',
    severity: 'error',
    reason: 'AWS knows no security group by another id, nor one of another account',
    source: SOURCES.securityGroupRules,
    check: ({ securityGroupIds = {} }) =>
      Object.entries(securityGroupIds).flatMap(([property, id]) =>
        id === undefined || FORMS.securityGroupId.test(id)
          ? []
          : [
              {
                property,
                problem: 'is not the id of a security group',
                got: id,
                allowed: 'an id such as sg-0123456789abcdef0',
                remedy: 'give the id, not the name',
              },
            ],
      ),
  },
];
