import { type ConfigurationSource } from '../xml/configuration-source';
import { checkCharacters } from './check-characters';
import { checkMeaning } from './check-meaning';
import { type CheckOptions } from './check-options';
import { checkStart } from './check-start';
import { checkStructure } from './check-structure';
import { type DocumentFinding } from './document-finding';
import { FindingList } from './finding-list';

/**
 * Everything that Amazon MQ would reject or drop in a document, what ActiveMQ would not start with, and what does something
 * else than it seems to, in document order. Values that only Terraform will know are passed over.
 */
export function checkDocument(source: ConfigurationSource, options: CheckOptions): DocumentFinding[] {
  const findings = new FindingList();
  // A text with such characters would not have been read.
  if (source.text === undefined) checkCharacters(source.root, findings);
  const kept = checkStructure(source.root, options, findings);
  checkStart(kept, options, findings);
  checkMeaning(kept, options, findings);
  return findings.placedIn(source);
}
