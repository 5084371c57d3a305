/** A document with so many policy entries, some hundred characters each. */
exports.policyDocument = (entries) => {
  const lines = Array.from(
    { length: entries },
    (_, index) =>
      `        <policyEntry gcInactiveDestinations="false" memoryLimit="${index % 512}mb" queue="ORDERS.${index}.&gt;"/>\n`,
  );
  return `<broker xmlns="http://activemq.apache.org/schema/core">
  <destinationPolicy>
    <policyMap>
      <policyEntries>
${lines.join('')}      </policyEntries>
    </policyMap>
  </destinationPolicy>
</broker>
`;
};
