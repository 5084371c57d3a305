import { type Fact } from '../util/fact';
import { type Engine } from './engine';

/** What is known of a configuration, whoever made it. */
export interface ConfigurationFacts {
  readonly engine: Engine;
  readonly name?: Fact<string>;
  /** The beginning of a name that ends in a random suffix. */
  readonly namePrefix?: string;
  /** The construct or resource that has the name too; absent where none is known. */
  readonly namesake?: string;
  readonly engineVersion?: Fact<string>;
  readonly authenticationStrategy?: Fact<string>;
  readonly tags?: Fact<Readonly<Record<string, Fact<string>>>>;
}
