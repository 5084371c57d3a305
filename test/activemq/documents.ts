import { ConfigurationDocument } from '../../src/configuration/configuration-document';
import { PERMITTED } from '../../src/configuration/permitted/permitted-table';

/** The documents whose effect the tests show. */
export const DOCUMENTS: Readonly<Record<string, ConfigurationDocument>> = {
  durable: ConfigurationDocument.durable(),
  'amazon-default': ConfigurationDocument.amazonDefault(),
  authorization: broker(`
    <plugins>
      <authorizationPlugin>
        <map>
          <authorizationMap>
            <authorizationEntries>
              <authorizationEntry queue="orders.&gt;" read="orders,audit" write="orders" admin="orders"/>
              <authorizationEntry topic="ActiveMQ.Advisory.&gt;" read="orders,audit,guests" write="orders,audit,guests" admin="orders,audit,guests"/>
            </authorizationEntries>
          </authorizationMap>
        </map>
      </authorizationPlugin>
    </plugins>`),
  redelivery: broker(
    `
    <destinationPolicy>
      <policyMap>
        <policyEntries>
          <policyEntry queue="&gt;">
            <deadLetterStrategy>
              <individualDeadLetterStrategy queuePrefix="DLQ."/>
            </deadLetterStrategy>
          </policyEntry>
        </policyEntries>
      </policyMap>
    </destinationPolicy>
    <plugins>
      <redeliveryPlugin fallbackToDeadLetter="true" sendToDlqIfMaxRetriesExceeded="true">
        <redeliveryPolicyMap>
          <redeliveryPolicyMap>
            <defaultEntry>
              <redeliveryPolicy initialRedeliveryDelay="100" maximumRedeliveries="3" redeliveryDelay="100"/>
            </defaultEntry>
          </redeliveryPolicyMap>
        </redeliveryPolicyMap>
      </redeliveryPlugin>
    </plugins>`,
    'schedulerSupport="true"',
  ),
  'virtual-topic': broker(`
    <destinationInterceptors>
      <virtualDestinationInterceptor>
        <virtualDestinations>
          <virtualTopic name="VirtualTopic.&gt;" prefix="Consumer.*."/>
        </virtualDestinations>
      </virtualDestinationInterceptor>
    </destinationInterceptors>`),
  'dead-letter': broker(`
    <destinationPolicy>
      <policyMap>
        <policyEntries>
          <policyEntry queue="&gt;">
            <deadLetterStrategy>
              <individualDeadLetterStrategy queuePrefix="DLQ." processExpired="true" processNonPersistent="true"/>
            </deadLetterStrategy>
          </policyEntry>
        </policyEntries>
      </policyMap>
    </destinationPolicy>`),
};

function broker(body: string, attributes = ''): ConfigurationDocument {
  return ConfigurationDocument.fromXml(`<broker xmlns="${PERMITTED.namespace}" ${attributes}>${body}</broker>`);
}
