import { type MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import { TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { passwordFacts, userFacts } from '../access/broker-user';
import { ldapFacts } from '../access/ldap-server';
import { brokerFactsOf } from '../amazon-mq/facts-of-arguments';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { namesakeOf } from '../rules/namesake';
import { asText, asTexts } from '../tokens/encoded';
import { factsOf, isUnknown, omitUnresolved } from '../tokens/known';
import { writtenArguments } from '../tokens/written-arguments';
import { type Fact } from '../util/fact';
import { type BrokerPropsFacts } from './broker-rules';
import { allUsers, type BrokerSettings } from './broker-settings';

/** The facts of a broker as its props give them. */
export function brokerFacts(scope: Construct, settings: BrokerSettings): BrokerPropsFacts {
  const { network, configuration, ldap, encryption, provider, ...rest } = settings;
  const { brokerName, deploymentMode, storageType, publiclyAccessible, autoMinorVersionUpgrade } = rest;
  const { authenticationStrategy, maintenanceWindow, timeouts, tags } = rest;
  return {
    engine: 'ActiveMQ',
    ...factsOf({
      brokerName,
      engineVersion: asText(settings.engineVersion.version),
      instanceType: asText(settings.instanceType.name),
      deploymentMode,
      storageType,
      publiclyAccessible,
      autoMinorVersionUpgrade,
      authenticationStrategy,
      maintenanceWindow,
      timeouts,
      tags,
    }),
    kmsKeyArn: factsOf(encryption.kmsKeyId),
    // A missing list is an empty one: the broker would be put into the default VPC.
    subnetIds: network && factsOf(asTexts(network.subnetIds) ?? []),
    securityGroupIds: securityGroupsOf(settings),
    configuration: configuration && { id: factsOf(configuration.configurationId), ...knownOf(configuration) },
    users: allUsers(settings).map((user) => userFacts(scope, user)),
    ldap: ldap && ldapFacts(ldap),
    namesake: namesakeOf('broker', omitUnresolved(brokerName), { construct: scope, provider }),
    ...factsOfNoArgument(scope, settings),
  };
}

/** The facts of a broker as it is written, after Aspects and overrides; what its arguments lack comes from the props. */
export function writtenBrokerFacts(scope: Construct, settings: BrokerSettings, resource: MqBroker): BrokerPropsFacts {
  const { configuration, provider } = settings;
  const written = brokerFactsOf(writtenArguments(resource));
  return {
    ...written,
    configuration: written.configuration && { ...knownOf(configuration), ...written.configuration },
    namesake: namesakeOf('broker', written.brokerName ?? undefined, { construct: scope, provider }),
    ...factsOfNoArgument(scope, settings),
  };
}

/** What no argument of `aws_mq_broker` says. */
function factsOfNoArgument(scope: Construct, settings: BrokerSettings) {
  const { network, ldap, rotatingUsers, applyImmediately, provider } = settings;
  return {
    availabilityZones: omitUnresolved(asTexts(network?.availabilityZones)),
    internetFacing: omitUnresolved(network?.internetFacing),
    newVpc: newVpcOf(scope, network),
    userPasswords: allUsers(settings).map((user) => passwordFacts(scope, user, provider)),
    servicePassword: ldap?.serviceAccountPassword._facts,
    rotations: rotatingUsers.map(({ rotation, secretRotation }) => ({
      rotation: rotation ?? null,
      secretRotation: secretRotation ?? null,
    })),
    appliesImmediately: omitUnresolved(applyImmediately),
  };
}

/** What is known of a configuration besides its id. */
function knownOf(configuration?: IBrokerConfiguration) {
  return (
    configuration &&
    omitUnresolved({
      engineVersion: asText(configuration.engineVersion?.version),
      authenticationStrategy: configuration.authenticationStrategy,
      revision: configuration.revision,
    })
  );
}

/** The VPC that the app makes for a broker, whether the broker makes it or gets it. */
function newVpcOf(scope: Construct, network?: IBrokerNetwork): BrokerPropsFacts['newVpc'] {
  if (network === undefined) return { isInSameApply: true };
  if (network._madeVpc === undefined) return undefined;
  const { vpc, instanceType, storageType } = network._madeVpc;
  return { isInSameApply: TerraformStack.of(vpc) === TerraformStack.of(scope), instanceType, storageType };
}

/** The group that takes the grants, and the others. */
function securityGroupsOf({
  securityGroup,
  additionalSecurityGroupIds,
}: BrokerSettings): Fact<readonly Fact<string>[]> {
  if (isUnknown(additionalSecurityGroupIds)) return undefined;
  return [omitUnresolved(securityGroup?.securityGroupId), ...factsOf(additionalSecurityGroupIds)!];
}
