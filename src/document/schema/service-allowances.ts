import { type PermittedElement, type ValueType } from './permitted-element';

/** Attributes of `broker` that the service accepts although its schemas lack them. */
export const BROKER_ALLOWANCES: Readonly<Record<string, ValueType>> = { start: 'boolean' };

/**
 * The authorization map of a configuration with the authentication strategy LDAP, instead of authorizationMap.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-authentication-authorization.html
 */
export const LDAP_AUTHORIZATION_MAP = {
  name: 'cachedLDAPAuthorizationMap',
  /** The attributes that AWS requires. */
  required: ['queueSearchBase', 'topicSearchBase', 'tempSearchBase'],
  element: {
    attributes: {
      legacyGroupMapping: 'boolean',
      queueSearchBase: 'string',
      refreshInterval: 'integer',
      tempSearchBase: 'string',
      topicSearchBase: 'string',
    },
  } satisfies PermittedElement,
} as const;
