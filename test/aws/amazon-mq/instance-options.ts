import { type Engine, engineOf, INSTANCE_OPTIONS, OFFERINGS, ZONES_WITHOUT_BROKERS } from './offerings';
import { page, type Scope } from './region';

interface Paging {
  readonly maxResults?: number;
  readonly nextToken?: string;
}

export async function describeBrokerInstanceOptions(
  input: Paging & { engineType?: string; hostInstanceType?: string; storageType?: string },
  { neighbors }: Scope,
): Promise<Record<string, unknown>> {
  const zones = (await neighbors.zones()).filter(({ id }) => !ZONES_WITHOUT_BROKERS.includes(id));
  const matching = INSTANCE_OPTIONS.filter(
    ({ engine, instanceType, storageType }) =>
      (input.engineType === undefined || engineOf(input.engineType) === engine) &&
      (input.hostInstanceType === undefined || input.hostInstanceType === instanceType) &&
      (input.storageType === undefined || input.storageType.toUpperCase() === storageType),
  );
  const { items, ...rest } = page(matching, input);
  return {
    brokerInstanceOptions: items.map(({ engine, instanceType, storageType, modes, versions }) => ({
      availabilityZones: zones.map(({ name }) => ({ name })),
      engineType: engine,
      hostInstanceType: instanceType,
      storageType: storageType.toLowerCase(),
      supportedDeploymentModes: modes,
      supportedEngineVersions: versions,
    })),
    ...rest,
  };
}

export function describeBrokerEngineTypes(input: Paging & { engineType?: string }): Record<string, unknown> {
  const engines = (Object.keys(OFFERINGS) as Engine[]).filter(
    (engine) => input.engineType === undefined || engineOf(input.engineType) === engine,
  );
  const { items, ...rest } = page(engines, input);
  return {
    brokerEngineTypes: items.map((engine) => ({
      engineType: engine,
      engineVersions: OFFERINGS[engine].versions.map((name) => ({ name })),
    })),
    ...rest,
  };
}
