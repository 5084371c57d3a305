import { CREATABLE_ENGINE_VERSIONS } from '../../src/amazon-mq/engine-version';
import { CHECKED_ENGINE_VERSIONS } from '../../src/document/schema/permitted-rules';
import { ACTIVEMQ_RELEASES } from '../../src/local-twin/activemq-release';

/** The versions of a new broker, as messages list them: from the table, so that another version changes no test. */
export const CREATABLE_VERSIONS = `${CREATABLE_ENGINE_VERSIONS.join(', ')}, or a newer major.minor`;

/** The versions for which documents are checked. */
export const CHECKED_VERSIONS = CHECKED_ENGINE_VERSIONS.join(', ');
export const NEWEST_CHECKED_VERSION = CHECKED_ENGINE_VERSIONS.at(-1)!;

/** The versions for which a release of ActiveMQ stands. */
export const RELEASED_VERSIONS = Object.keys(ACTIVEMQ_RELEASES).join(', ');
export const NEWEST_RELEASE = Object.values(ACTIVEMQ_RELEASES).at(-1)!.version;
