import { type ITerraformDependable, TerraformProvider } from 'cdktf';
import { type EngineVersion } from '../amazon-mq/engine-version';
import { type InstanceType } from '../amazon-mq/instance-type';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { type MetaArguments } from '../tokens/meta-arguments';
import { type Kind, type Kinds, knownAtSynth, list, objectThat, required, struct, text, textObject } from './kinds';

/** Terraform's meta-arguments, which every construct takes. */
export const META_KINDS: Kinds<MetaArguments> = {
  provider: objectThat<TerraformProvider>(
    'a provider',
    ({ terraformResourceType: type, fqn }) => type === 'aws' && fqn !== undefined,
    'give the AwsProvider itself',
  ),
  dependsOn: list(
    objectThat<ITerraformDependable>(
      'a Terraform resource or data source',
      (dependable) => 'fqn' in dependable && !TerraformProvider.isTerraformProvider(dependable),
      'give the resource of a construct, as in broker.resource',
    ),
  ),
};

/** Acknowledgements of rules, which every construct takes. */
export const ACKNOWLEDGE_KIND = list(
  struct<RuleAcknowledgement>({
    code: required(knownAtSynth(text, 'write the code of the rule'), 'write the code of the rule'),
    reason: required(text, 'write why the rule does not hold here'),
  }),
);

/** A kind whose value decides which resources are made. */
export function decidesResources<T>(kind: Kind<T>): Kind<T> {
  return knownAtSynth(kind, 'write the value in the app: it decides which resources are made');
}

export const ENGINE_VERSION_KIND = textObject<EngineVersion>(
  'an EngineVersion',
  'version',
  'write EngineVersion.V5_19, or EngineVersion.of("5.19")',
);

export const INSTANCE_TYPE_KIND = textObject<InstanceType>(
  'an InstanceType',
  'name',
  'write InstanceType.M5_LARGE, or InstanceType.of("mq.m5.large")',
);
