/** The document that brokers of this package have by default, in the form Amazon MQ stores. */
exports.DURABLE_DOCUMENT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<broker schedulePeriodForDestinationPurge="0" xmlns="http://activemq.apache.org/schema/core">
  <destinationPolicy>
    <policyMap>
      <policyEntries>
        <policyEntry gcInactiveDestinations="false" topic="&gt;">
          <pendingMessageLimitStrategy>
            <constantPendingMessageLimitStrategy limit="1000"/>
          </pendingMessageLimitStrategy>
        </policyEntry>
        <policyEntry gcInactiveDestinations="false" queue="&gt;"/>
      </policyEntries>
    </policyMap>
  </destinationPolicy>
</broker>
`;
