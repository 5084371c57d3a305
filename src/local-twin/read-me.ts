import { type Phrase, shown } from '../util/phrase';
import { type ActiveMqRelease } from './activemq-release';
import { type LocalConnector } from './local-connector';
import { groupsOf, type LocalUser } from './login-files';

/** The password of the trust store, which has no secret in it. */
export const TRUST_STORE_PASSWORD = 'changeit';

/** The facts about the broker that the page needs. */
interface ReadMeFacts {
  readonly engineVersion: string;
  readonly release: ActiveMqRelease;
  readonly connectors: readonly LocalConnector[];
  readonly users: readonly LocalUser[];
  readonly leftOut: readonly Phrase[];
}

/** The page that explains the folder to whoever finds it. */
export function readMe({ engineVersion, release, connectors, users, leftOut }: ReadMeFacts): string {
  const [openWire, amqp, stomp, mqtt, webSocket] = connectors.map(({ port }) => port);
  return `# A local twin of an Amazon MQ broker

ActiveMQ ${release.version} with a configuration document for engine version ${engineVersion}: the users, ports, protocols and TLS
of Amazon MQ, on 127.0.0.1 only.

## Start and stop

With a container engine:

    docker compose up --detach
    docker compose down             # stop; with --volumes, delete the messages too

Without one, with JDK 17 or later and Maven, which downloads ActiveMQ once:

    ./start.sh                      # Ctrl+C stops it; delete the folder data to delete the messages

The log is in data/activemq.log, or in docker compose logs.

## Connect

The certificate of the broker is self-signed. Clients have to trust it; on Amazon MQ they need no such setting.

| client              | URL                                                  | how it trusts the broker                                                                             |
| ------------------- | ---------------------------------------------------- | ---------------------------------------------------------------------------------------------------- |
| OpenWire (Java)     | failover:(ssl://localhost:${openWire})                     | -Djavax.net.ssl.trustStore=conf/trust.p12 -Djavax.net.ssl.trustStorePassword=${TRUST_STORE_PASSWORD} |
| AMQP 1.0 (Qpid JMS) | amqps://localhost:${amqp}                               | as above                                                                                             |
| AMQP 1.0 (rhea)     | host localhost, port ${amqp}, transport tls             | ca: the file conf/broker.pem                                                                         |
| STOMP               | localhost:${stomp} over TLS                             | conf/broker.pem                                                                                      |
| MQTT                | mqtts://localhost:${mqtt}                               | conf/broker.pem                                                                                      |
| WebSocket           | wss://localhost:${webSocket} with subprotocol v12.stomp or mqtt | conf/broker.pem                                                                                      |

Node.js programs trust it with NODE_EXTRA_CA_CERTS=conf/broker.pem.

## Users

The passwords are in conf/users.properties. They were made for this folder: it has none of AWS.

| user | groups |
| ---- | ------ |
${users.map((user) => `| ${user.username} | ${groupsOf(user).join(', ') || 'none'} |`).join('\n')}

After a change of conf/users.properties or conf/groups.properties, restart the broker.

## What differs from Amazon MQ
${leftOut.map((reason) => `\n- ${shown(reason)}`).join('')}
- One instance, so there is no failover.
- No web console, no CloudWatch logs or metrics, no LDAP.
- The limits are those of this machine, not those of an instance type.
- Apache's release: Amazon MQ runs a build of its own of the same version.
`;
}
