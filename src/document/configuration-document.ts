import { type FindingMessage } from '../rules/rule';
import { isObject } from '../util/json';
import { checkDocument } from './check/check-document';
import { type CheckOptions } from './check/check-options';
import { checkUsers } from './check/check-users';
import { describeFinding } from './check/describe-finding';
import { type DocumentFinding } from './check/document-finding';
import { type KnownUser } from './check/known-user';
import { type BrokerDefinition } from './definition/broker-definition';
import { definitionTree } from './definition/definition-tree';
import { DestinationPolicies } from './definition/destination-policies';
import { canonicalXml } from './xml/canonical-xml';
import { type ConfigurationSource } from './xml/configuration-source';
import { copyElement } from './xml/copy-element';
import { type Element } from './xml/element';
import { parseXml } from './xml/parse-xml';
import { readDocumentFile } from './xml/read-document-file';

/**
 * The ActiveMQ XML of a configuration, in the form Amazon MQ stores, so that a plan settles.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
 */
export class ConfigurationDocument {
  static #durable?: ConfigurationDocument;

  /**
   * Keeps every queue and topic, however long nobody uses it, and like Amazon MQ's own default keeps at most 1000
   * pending messages for a slow consumer of a topic that is not durable.
   */
  static durable(): ConfigurationDocument {
    return (ConfigurationDocument.#durable ??= ConfigurationDocument.define({
      schedulePeriodForDestinationPurge: 0,
      destinationPolicy: { policyMap: { policyEntries: DestinationPolicies.durable() } },
    }));
  }

  /**
   * What Amazon MQ gives a broker without a configuration: it deletes a queue or topic that was empty and unused for
   * ten minutes.
   */
  static amazonDefault(): ConfigurationDocument {
    const collected = { gcInactiveDestinations: true, inactiveTimoutBeforeGc: 600_000 };
    const pendingMessageLimitStrategy = { constantPendingMessageLimitStrategy: { limit: 1000 } };
    return ConfigurationDocument.define({
      schedulePeriodForDestinationPurge: 10_000,
      destinationPolicy: {
        policyMap: {
          policyEntries: [
            { topic: '>', ...collected, pendingMessageLimitStrategy },
            { queue: '>', ...collected },
          ],
        },
      },
      plugins: [],
    });
  }

  /**
   * Takes the text of a document. Values may hold tokens.
   *
   * Raises an error with line and column if the text is not well-formed, or holds a DOCTYPE or entities.
   */
  static fromXml(text: string): ConfigurationDocument {
    rejectOtherThanText(text);
    return new ConfigurationDocument(parseXml(text));
  }

  /**
   * Takes a file: UTF-8, such as the `activemq.xml` of a broker of your own. Findings name it.
   *
   * Raises an error that names the file if it is not there, cannot be read, or is not well-formed.
   *
   * @param path relative to the working directory
   */
  static fromFile(path: string): ConfigurationDocument {
    return new ConfigurationDocument(readDocumentFile(path));
  }

  /**
   * Takes a typed definition. Its props are named as the schema names elements and attributes, in camel case; an
   * element that holds other elements names them as it does in XML. Values may be tokens.
   */
  static define(definition: BrokerDefinition): ConfigurationDocument {
    if (!isObject(definition)) {
      throw new Error('ConfigurationDocument.define: the definition is not an object; write { … }, or use fromXml');
    }
    return new ConfigurationDocument({ root: definitionTree(definition) });
  }

  /** The text in the form Amazon MQ stores: declaration, attributes sorted by name, no comments. */
  readonly xml: string;

  readonly #source: ConfigurationSource;

  /** What was found before, as many brokers share a document. */
  readonly #findings: Record<string, DocumentFinding[]> = {};

  private constructor(source: ConfigurationSource) {
    this.#source = source;
    this.xml = canonicalXml(source.root);
  }

  /** @internal */
  _check(options: CheckOptions): DocumentFinding[] {
    const { engineVersion, authenticationStrategy, users } = options;
    const key = `${engineVersion} ${authenticationStrategy} ${users}`;
    return (this.#findings[key] ??= checkDocument(this.#source, options));
  }

  /**
   * A finding in words, with the file if the document was read from one.
   *
   * @internal
   */
  _describe(finding: DocumentFinding): FindingMessage {
    return describeFinding(finding, this.#source.file);
  }

  /**
   * A document with a change, of which this one stays free.
   *
   * @internal
   */
  _changed(change: (broker: Element) => void): ConfigurationDocument {
    const root = copyElement(this.#source.root);
    change(root);
    return new ConfigurationDocument({ root });
  }

  /** @internal */
  _checkUsers(users: readonly KnownUser[] | undefined): DocumentFinding[] {
    return checkUsers(this.#source, users);
  }
}

/** A text that is one token, as Terraform CDK writes it. */
const TOKEN = /^\s*\$\{TfToken\[[^\]]*\]\}\s*$/;

function rejectOtherThanText(text: unknown): void {
  const problem =
    typeof text === 'string' ? (TOKEN.test(text) ? 'is known to Terraform only' : undefined) : 'is not a text';
  if (problem === undefined) return;
  throw new Error(
    `ConfigurationDocument.fromXml: the document ${problem}, so nothing can be checked; ` +
      'read it in the app: ConfigurationDocument.fromFile(path)',
  );
}
