import { type Rule } from '../../rules/rule';
import { type BrokerChange, type BrokerFacts } from '../broker-facts';
import { type ConfigurationFacts } from '../configuration-facts';
import { type Engine } from '../engine';

/** A rule about something that Amazon MQ, AWS or the provider does with a resource. */
export type Rejection<Facts> = Rule<Facts> & {
  /** The facts it judges: it is silent where none of them is known. */
  readonly judges: readonly (keyof BrokerFacts | keyof BrokerChange | keyof ConfigurationFacts)[];
  /** The engine it is about; absent where it is about both. */
  readonly engine?: Engine;
};

/** The rejections that are about an engine. */
export function rejectionsOf<Facts>(
  rejections: readonly Rejection<Facts>[],
  engine: Engine,
): readonly Rejection<Facts>[] {
  return rejections.filter((rejection) => rejection.engine === undefined || rejection.engine === engine);
}
