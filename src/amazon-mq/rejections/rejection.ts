import { type Rule } from '../../rules/rule';
import { type Engine } from '../engine';

/** A rule about something that Amazon MQ, AWS or the provider does with a resource. */
export type Rejection<Facts> = Rule<Facts> & {
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
