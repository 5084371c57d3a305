import { type Scope } from './resource';
import { type Values } from './value';

/** The default VPC of the region, made when it is first asked for. */
export function defaultVpc({ account, region }: Scope): Values {
  const id = `vpc-default-${region}`;
  const vpcs = account.objects('vpc');
  if (!vpcs.has(id)) {
    const groupId = `sg-default-${region}`;
    vpcs.set(id, { id, region, default: true, cidr_block: '172.31.0.0/16', default_security_group_id: groupId });
    account.objects('security-group').set(groupId, { id: groupId, vpc_id: id, name: 'default' });
    account.objects('internet-gateway').set(`igw-default-${region}`, { id: `igw-default-${region}`, vpc_id: id });
    account.options.zoneLetters.forEach((letter, index) => {
      const subnetId = `subnet-default-${region}${letter}`;
      account.objects('subnet').set(subnetId, {
        id: subnetId,
        vpc_id: id,
        availability_zone: region + letter,
        cidr_block: `172.31.${index * 16}.0/20`,
      });
    });
  }
  return vpcs.get(id)!;
}
