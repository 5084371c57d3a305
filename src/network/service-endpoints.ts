import { DataAwsVpcEndpointService } from '@cdktf/provider-aws/lib/data-aws-vpc-endpoint-service';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { type Vpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';

/** What Lambda calls while it polls a broker. */
const SERVICES = ['lambda', 'secretsmanager', 'sts'];

interface ServiceEndpointsProps extends MetaArguments {
  readonly vpc: Vpc;
  readonly subnetIds: string[];
  readonly tags: Record<string, string>;
}

/**
 * Interface endpoints by which a private subnet reaches the services that Lambda calls while it polls. Their names differ by
 * partition, so AWS is asked for them.
 */
export function serviceEndpoints(scope: Construct, props: ServiceEndpointsProps): ITerraformDependable[] {
  const { vpc, subnetIds, tags } = props;
  const parent = new Construct(scope, 'ServiceEndpoints');
  const meta = metaArguments(scope, props);
  const group = new SecurityGroup(parent, 'SecurityGroup', {
    ...meta,
    vpcId: vpc.id,
    namePrefix: 'amazon-mq-services-',
    description: 'Endpoints for Lambda, Secrets Manager and STS',
    tags,
    lifecycle: { createBeforeDestroy: true },
  });
  const rule = new VpcSecurityGroupIngressRule(parent, 'Https', {
    ...meta,
    securityGroupId: group.id,
    cidrIpv4: vpc.cidrBlock,
    ipProtocol: 'tcp',
    fromPort: 443,
    toPort: 443,
    description: 'HTTPS from the VPC',
    tags,
  });
  const endpoints = SERVICES.map((service) => {
    const { serviceName } = new DataAwsVpcEndpointService(parent, `${service}-service`, { ...meta, service });
    return new VpcEndpoint(parent, service, {
      ...meta,
      vpcId: vpc.id,
      serviceName,
      vpcEndpointType: 'Interface',
      privateDnsEnabled: true,
      subnetIds,
      securityGroupIds: [group.id],
      tags,
    });
  });
  return [rule, ...endpoints];
}
