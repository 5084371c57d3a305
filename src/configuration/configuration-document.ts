import type { BrokerUser } from './broker-user';
import { canonicalXml } from './canonical-xml';
import { checkDocument } from './check-document';
import type { CheckOptions } from './check-options';
import { checkUsers } from './check-users';
import type { ConfigurationSource } from './configuration-source';
import type { DocumentFinding } from './document-finding';
import { parseXml } from './parse-xml';
import { readDocumentFile } from './read-document-file';

const DURABLE = `<broker xmlns="http://activemq.apache.org/schema/core" schedulePeriodForDestinationPurge="0">
  <destinationPolicy>
    <policyMap>
      <policyEntries>
        <policyEntry topic="&gt;" gcInactiveDestinations="false">
          <pendingMessageLimitStrategy>
            <constantPendingMessageLimitStrategy limit="1000"/>
          </pendingMessageLimitStrategy>
        </policyEntry>
        <policyEntry queue="&gt;" gcInactiveDestinations="false"/>
      </policyEntries>
    </policyMap>
  </destinationPolicy>
</broker>`;

const AMAZON_DEFAULT = `<broker xmlns="http://activemq.apache.org/schema/core" schedulePeriodForDestinationPurge="10000">
  <destinationPolicy>
    <policyMap>
      <policyEntries>
        <policyEntry topic="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000">
          <pendingMessageLimitStrategy>
            <constantPendingMessageLimitStrategy limit="1000"/>
          </pendingMessageLimitStrategy>
        </policyEntry>
        <policyEntry queue="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000"/>
      </policyEntries>
    </policyMap>
  </destinationPolicy>
  <plugins/>
</broker>`;

/**
 * The ActiveMQ XML of a configuration, in the form Amazon MQ stores, so that a plan settles.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
 */
export class ConfigurationDocument {
  /**
   * Keeps every queue and topic, however long nobody uses it, and like Amazon MQ's own default keeps at most 1000
   * pending messages for a slow consumer of a topic that is not durable.
   */
  public static durable(): ConfigurationDocument {
    return ConfigurationDocument.fromXml(DURABLE);
  }

  /**
   * What Amazon MQ gives a broker without a configuration: it deletes a queue or topic that was empty and unused for
   * ten minutes.
   */
  public static amazonDefault(): ConfigurationDocument {
    return ConfigurationDocument.fromXml(AMAZON_DEFAULT);
  }

  /**
   * Takes the text of a document. Values may hold tokens.
   *
   * Raises an error with line and column if the text is not well-formed, or holds a DOCTYPE or entities.
   */
  public static fromXml(text: string): ConfigurationDocument {
    return new ConfigurationDocument(parseXml(text));
  }

  /**
   * Takes a file: UTF-8, such as the `activemq.xml` of a broker of your own.
   *
   * Raises an error that names the file if it is not there, cannot be read, or is not well-formed.
   *
   * @param path relative to the working directory
   */
  public static fromFile(path: string): ConfigurationDocument {
    return new ConfigurationDocument(readDocumentFile(path));
  }

  /** The text in the form Amazon MQ stores: declaration, attributes sorted by name, no comments. */
  public readonly xml: string;

  readonly #source: ConfigurationSource;

  private constructor(source: ConfigurationSource) {
    this.#source = source;
    this.xml = canonicalXml(source.root);
  }

  /** @internal */
  public _check(options: CheckOptions): DocumentFinding[] {
    return checkDocument(this.#source, options);
  }

  /** @internal */
  public _checkUsers(users: readonly BrokerUser[]): DocumentFinding[] {
    return checkUsers(this.#source, users);
  }
}
