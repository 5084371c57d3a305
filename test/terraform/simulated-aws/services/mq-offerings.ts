import { type Scope } from '../resource';
import { type Value, type Values } from '../value';

const ENGINE_VERSIONS = ['5.19', '5.18'];
const INSTANCE_TYPES = ['mq.t3.micro', 'mq.m5.large', 'mq.m5.xlarge', 'mq.m5.2xlarge', 'mq.m5.4xlarge'];

function offersEbs(instanceType: string): boolean {
  return instanceType.startsWith('mq.m5.');
}

/** Whether Amazon MQ offers its instance types in the zone. */
function offersBrokers(zone: string, { account, region }: Scope): boolean {
  return !account.options.zonesWithoutBrokers.includes(zone.slice(region.length));
}

/** What Amazon MQ offers, as the data source of the provider lists it: engine in upper case, storage in lower case. */
export function instanceOptions(scope: Scope): Values[] {
  const { zoneLetters } = scope.account.options;
  const zones = zoneLetters.map((letter) => scope.region + letter).filter((zone) => offersBrokers(zone, scope));
  return INSTANCE_TYPES.flatMap((type) =>
    (offersEbs(type) ? ['ebs', 'efs'] : ['efs']).map((storage) => ({
      availability_zones: zones.map((name): Value => ({ name })),
      engine_type: 'ACTIVEMQ',
      host_instance_type: type,
      storage_type: storage,
      supported_deployment_modes:
        storage === 'ebs' ? ['SINGLE_INSTANCE'] : ['ACTIVE_STANDBY_MULTI_AZ', 'SINGLE_INSTANCE'],
      supported_engine_versions: ENGINE_VERSIONS,
    })),
  );
}
