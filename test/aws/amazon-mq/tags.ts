import { type Broker, type Configuration } from './model';
import { notFound } from './mq-error';
import { type Region, type Scope } from './region';
import { reject, tagRejections } from './rejections';

interface OfResource {
  readonly 'resource-arn': string;
}

export function createTags(input: OfResource & { tags?: Record<string, string> }, { region }: Scope): undefined {
  const resource = taggedIn(region, input['resource-arn']);
  const tags = { ...resource.tags, ...input.tags };
  reject(tagRejections(tags));
  resource.tags = tags;
}

export function deleteTags(input: OfResource & { tagKeys: readonly string[] }, { region }: Scope): undefined {
  const resource = taggedIn(region, input['resource-arn']);
  resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !input.tagKeys.includes(key)));
}

export function listTags(input: OfResource, { region }: Scope): Record<string, unknown> {
  return { tags: taggedIn(region, input['resource-arn']).tags };
}

function taggedIn(region: Region, arn: string): Broker | Configuration {
  const all = [...region.brokers.values(), ...region.configurations.values()];
  const found = all.find((resource) => resource.arn === arn);
  if (!found) throw notFound.resource();
  return found;
}
