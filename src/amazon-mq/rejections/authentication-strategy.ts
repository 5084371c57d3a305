import { type Fact } from '../../util/fact';
import { AUTHENTICATION_STRATEGIES } from '../authentication-strategy';
import { type Engine } from '../engine';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rule about the authentication strategy needs. */
interface Authenticating {
  readonly engine: Engine;
  readonly authenticationStrategy?: Fact<string>;
}

export const AUTHENTICATION_STRATEGY: Rejection<Authenticating> = {
  code: 'authentication-strategy',
  severity: 'error',
  reason: 'Amazon MQ has the strategy "ldap" for ActiveMQ only, and "config_managed" for RabbitMQ only',
  source: SOURCES.provider,
  allowed: ({ engine }) => AUTHENTICATION_STRATEGIES[engine].join(' or '),
  remedy: ({ engine }) =>
    engine === 'RabbitMQ'
      ? 'remove it, and write the LDAP servers into the configuration of the broker'
      : 'remove it, or set it to ldap',
  check: ({ engine, authenticationStrategy }) =>
    !authenticationStrategy || AUTHENTICATION_STRATEGIES[engine].includes(authenticationStrategy)
      ? []
      : [
          {
            property: 'authenticationStrategy',
            problem: `is not an authentication strategy of ${engine}`,
            got: authenticationStrategy,
          },
        ],
};
