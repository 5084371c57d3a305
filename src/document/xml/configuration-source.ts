import { type Element } from './element';

/** A configuration document as an element tree, with the text it was read from, if it was read from one. */
export interface ConfigurationSource {
  readonly root: Element;
  readonly text?: string;
  /** The file that it was read from, as the user named it. */
  readonly file?: string;
}
