import {
  ActiveStandbyBroker,
  AuthenticationStrategy,
  BrokerConfiguration,
  type BrokerConfigurationProps,
  ConfigurationDocument,
  EngineVersion,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const configurationWith = (props: Partial<BrokerConfigurationProps>) =>
  Synthesized.from((stack) => void new BrokerConfiguration(stack, 'durable', { name: 'durable', ...props }));

test('a configuration of a name and nothing else keeps idle destinations', () => {
  const configuration = configurationWith({}).resource('aws_mq_configuration');
  expect(configuration).toMatchObject({
    name: 'durable',
    engine_type: 'ActiveMQ',
    engine_version: '5.19',
    authentication_strategy: 'simple',
    data: ConfigurationDocument.durable().xml,
  });
  expect(configuration).not.toHaveProperty('description');
  expect(configuration).not.toHaveProperty('tags');
});

test('every prop reaches the configuration', () => {
  const synthesized = configurationWith({
    engineVersion: EngineVersion.V5_18,
    description: 'for all brokers',
    tags: { team: 'platform' },
    document: ConfigurationDocument.amazonDefault(),
  });
  expect(synthesized.resource('aws_mq_configuration')).toMatchObject({
    engine_version: '5.18',
    description: 'for all brokers',
    tags: { team: 'platform' },
    data: ConfigurationDocument.amazonDefault().xml,
  });
});

test('two brokers share one configuration at its latest revision', () => {
  const synthesized = Synthesized.from((stack) => {
    const configuration = new BrokerConfiguration(stack, 'durable', { name: 'durable' });
    for (const brokerName of ['orders', 'invoices']) {
      new ActiveStandbyBroker(stack, brokerName, { brokerName, configuration });
    }
  });
  expect(Object.keys(synthesized.resources('aws_mq_configuration'))).toEqual(['durable']);
  for (const broker of Object.values(synthesized.resources('aws_mq_broker'))) {
    expect(broker.configuration).toEqual({
      id: '${aws_mq_configuration.durable.id}',
      revision: '${aws_mq_configuration.durable.latest_revision}',
    });
  }
});

test('a document that Amazon MQ would change without a word is refused with the place', () => {
  const document = ConfigurationDocument.fromXml(
    '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="mine"/>',
  );
  expect(() => configurationWith({ document })).toThrow(
    expect.objectContaining({
      name: 'RuleViolationError',
      message: expect.stringMatching(
        /^messaging\/durable: a rule is violated\n {2}\[[a-z-]+\] line 1, column \d+, \/broker\/@brokerName: /,
      ),
    }),
  );
});

test('what Terraform would take for a template is escaped', () => {
  const document = ConfigurationDocument.fromXml(
    '<broker xmlns="http://activemq.apache.org/schema/core" schedulePeriodForDestinationPurge="0"><destinationPolicy><policyMap><policyEntries><policyEntry queue="%{a}" gcInactiveDestinations="false"/></policyEntries></policyMap></destinationPolicy></broker>',
  );
  expect(configurationWith({ document }).resource('aws_mq_configuration').data).toContain('queue="%%{a}"');
});

test('a name or version Amazon MQ refuses is refused here', () => {
  expect(() => configurationWith({ name: 'my durable', engineVersion: EngineVersion.of('5.17') })).toThrow(
    expect.objectContaining({ codes: ['configuration-name-form', 'engine-version-supported'] }),
  );
});

test('LDAP reaches the configuration', () => {
  const synthesized = configurationWith({
    authenticationStrategy: AuthenticationStrategy.LDAP,
    document: ConfigurationDocument.fromXml(
      '<broker xmlns="http://activemq.apache.org/schema/core" schedulePeriodForDestinationPurge="0"><plugins><authorizationPlugin><map><cachedLDAPAuthorizationMap queueSearchBase="ou=q" topicSearchBase="ou=t" tempSearchBase="ou=x" refreshInterval="300000" legacyGroupMapping="false"/></map></authorizationPlugin></plugins></broker>',
    ),
  });
  expect(synthesized.resource('aws_mq_configuration').authentication_strategy).toBe('ldap');
});
