/** Forms of values that Amazon MQ, AWS or the provider demand, in regular expressions that Terraform takes as well. */
export const FORMS = {
  brokerId: /^b-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  configurationId: /^c-[0-9a-z-]+$/,
  engineVersion: /^\d+\.\d+$/,
  instanceType: /^mq\.[a-z0-9-]+\.[a-z0-9]+$/,
  kmsKeyArn: /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
  timeOfDay: /^([01]\d|2[0-3]):[0-5]\d$/,
  timeZone: /^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  goDuration: /^(\d+(\.\d+)?(h|m|s|ms|us|µs|ns))+$/,
  prefixListId: /^pl-[0-9a-f]+$/,
  region: /^[a-z]{2,4}(-[a-z]+)+-\d$/,
  secretId: /^(arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:)?[0-9A-Za-z/_+=.@-]{1,512}$/,
  subnetId: /^subnet-[0-9a-z]+$/,
  vpcId: /^vpc-[0-9a-z]+$/,
  securityGroupId: /^sg-[0-9a-z]+$/,
  securityGroupPeer: /^(\d{12}\/)?sg-[0-9a-z]+$/,
  tagCharacters: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
} as const;
