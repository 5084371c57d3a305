import { storedDocument } from './amazon-mq/stored-document';

const NAMESPACE = 'xmlns="http://activemq.apache.org/schema/core"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const stored = (xml: string, version = '5.18') => storedDocument(xml, version, 'simple');

/** What AWS answered in us-east-1 on 2026-09-30, restated: what was sent, what was kept, what was warned of. */
const CAPTURED: readonly (readonly [name: string, sent: string, kept: string, warnings: object[]])[] = [
  [
    'attributes that are unknown or the service’s own, sorted by name',
    `<broker ${NAMESPACE} zUnknown="1" brokerName="name" aUnknown="2" advisorySupport="false"/>`,
    `<broker advisorySupport="false" ${NAMESPACE}/>\n`,
    ['aUnknown', 'brokerName', 'zUnknown'].map((attributeName) => ({
      attributeName,
      elementName: 'broker',
      reason: 'DISALLOWED_ATTRIBUTE_REMOVED',
    })),
  ],
  [
    'expressions',
    `<broker ${NAMESPACE} advisorySupport="\${value}" populateJMSXUserID="#{value}"/>`,
    `<broker ${NAMESPACE}/>\n`,
    ['advisorySupport', 'populateJMSXUserID'].map((attributeName) => ({
      attributeName,
      elementName: 'broker',
      reason: 'INVALID_ATTRIBUTE_VALUE_REMOVED',
    })),
  ],
  [
    'an unknown element with all it holds, in one warning',
    `<broker ${NAMESPACE}><unknownSetting unsafe="true"><anotherUnknown/><queue physicalName="x"/></unknownSetting></broker>`,
    `<broker ${NAMESPACE}/>\n`,
    [{ elementName: 'unknownSetting', reason: 'DISALLOWED_ELEMENT_REMOVED' }],
  ],
  [
    'an element of another namespace',
    `<broker ${NAMESPACE}><other xmlns="urn:not-activemq"/></broker>`,
    `<broker ${NAMESPACE}/>\n`,
    [{ elementName: 'other', reason: 'DISALLOWED_ELEMENT_REMOVED' }],
  ],
  [
    'a known element in the wrong place',
    `<broker ${NAMESPACE}><queue physicalName="wrong-parent"/></broker>`,
    `<broker ${NAMESPACE}/>\n`,
    [{ elementName: 'queue', reason: 'DISALLOWED_ELEMENT_REMOVED' }],
  ],
  [
    'nothing of a text that the schema takes',
    `<broker ${NAMESPACE} advisorySupport="invalid"/>`,
    `<broker advisorySupport="invalid" ${NAMESPACE}/>\n`,
    [],
  ],
  [
    'nothing of nested elements, which it indents',
    `<broker ${NAMESPACE}><destinationInterceptors><virtualDestinationInterceptor><virtualDestinations><virtualTopic name="Events.&gt;" prefix="Groups.*."/></virtualDestinations></virtualDestinationInterceptor></destinationInterceptors></broker>`,
    `<broker ${NAMESPACE}>\n  <destinationInterceptors>\n    <virtualDestinationInterceptor>\n      <virtualDestinations>\n        <virtualTopic name="Events.&gt;" prefix="Groups.*."/>\n      </virtualDestinations>\n    </virtualDestinationInterceptor>\n  </destinationInterceptors>\n</broker>\n`,
    [],
  ],
];

describe('a document that is stored', () => {
  it.each(CAPTURED)('drops what AWS drops: %s', (_, sent, kept, warnings) => {
    expect(stored(sent)).toEqual({ document: DECLARATION + kept, warnings });
  });

  it('keeps its form when it is stored again', () => {
    const once = stored(CAPTURED.at(-1)![1]).document;
    expect(stored(once).document).toBe(once);
  });

  it('rejects a value outside an enumeration in the words of AWS', () => {
    const connector = '<transportConnectors><transportConnector name="extra"/></transportConnectors>';
    expect(() => stored(`<broker ${NAMESPACE}>${connector}</broker>`)).toThrow(
      "Value 'extra' is not facet-valid with respect to enumeration '[openwire]'. It must be a value from the enumeration.",
    );
  });

  it('drops what a later schema permits first', () => {
    const sent = `<broker ${NAMESPACE} maxUncommittedCount="5"/>`;
    expect(stored(sent, '5.18').warnings).toHaveLength(1);
    expect(stored(sent, '5.19').warnings).toEqual([]);
  });

  it('rejects an empty collection that the schema of 5.19 closed', () => {
    const policy =
      '<policyMap><policyEntries><policyEntry queue="a"><deadLetterStrategy/></policyEntry></policyEntries></policyMap>';
    const sent = `<broker ${NAMESPACE}><destinationPolicy>${policy}</destinationPolicy></broker>`;
    expect(stored(sent, '5.18').warnings).toEqual([]);
    expect(() => stored(sent, '5.19')).toThrow("The content of element 'deadLetterStrategy' is not complete");
  });

  it('rejects two policies for one queue', () => {
    const policy =
      '<policyMap><policyEntries><policyEntry queue="a"/><policyEntry queue="a"/></policyEntries></policyMap>';
    expect(() => stored(`<broker ${NAMESPACE}><destinationPolicy>${policy}</destinationPolicy></broker>`)).toThrow(
      'cvc-identity-constraint.4.1',
    );
  });

  it('takes the map of LDAP with LDAP alone', () => {
    const map = '<map><cachedLDAPAuthorizationMap queueSearchBase="a" topicSearchBase="b" tempSearchBase="c"/></map>';
    const sent = `<broker ${NAMESPACE}><plugins><authorizationPlugin>${map}</authorizationPlugin></plugins></broker>`;
    expect(storedDocument(sent, '5.19', 'ldap').warnings).toEqual([]);
    expect(stored(sent).warnings).toEqual([
      { elementName: 'cachedLDAPAuthorizationMap', reason: 'DISALLOWED_ELEMENT_REMOVED' },
    ]);
  });

  it('rejects what is no XML', () => {
    expect(() => stored('broker')).toThrow('The specified XML configuration data is invalid');
  });
});
