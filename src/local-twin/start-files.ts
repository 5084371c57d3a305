import { type ActiveMqRelease } from './activemq-release';
import { type LocalConnector } from './local-connector';

/** Where the image has ActiveMQ, and where the folder is in a container. */
const IMAGE_HOME = '/opt/apache-activemq';
const FOLDER = '/twin';

/**
 * For where there is a container engine. ActiveMQ runs as root in the container, so that it can read files that only their
 * owner may read.
 *
 * @see https://github.com/apache/activemq/tree/main/assembly/src/docker
 */
export function composeFile({ version }: ActiveMqRelease, connectors: readonly LocalConnector[]): string {
  const options = [
    '-Xmx1g',
    '-Dtwin.address=0.0.0.0',
    `-Djava.security.auth.login.config=${FOLDER}/conf/login.config`,
    `-Dlog4j2.configurationFile=${IMAGE_HOME}/conf/log4j2.properties`,
  ];
  return `# ActiveMQ ${version} with the document of this folder: docker compose up
services:
  broker:
    image: apache/activemq-classic:${version}
    user: root
    command: [activemq, console, 'xbean:file:${FOLDER}/conf/activemq.xml']
    environment:
      ACTIVEMQ_CONF: ${FOLDER}/conf
      ACTIVEMQ_OPTS: >-
${options.map((option) => `        ${option}`).join('\n')}
    ports:
${connectors.map(({ port }) => `      - '127.0.0.1:${port}:${port}'`).join('\n')}
    volumes:
      - ./conf:${FOLDER}/conf:ro
      - data:${IMAGE_HOME}/data
volumes:
  data: {}
`;
}

/** For where there is none: starts ActiveMQ from its jars, which Maven downloads once. */
export function startScript({ version }: ActiveMqRelease): string {
  return `#!/bin/sh
# Starts ActiveMQ ${version} with the document of this folder, without a container engine. Ctrl+C stops it.
set -eu
cd "$(dirname "$0")"

fail() {
  echo "start.sh: $1" >&2
  exit 2
}

java=java
if [ -n "\${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
command -v "$java" >/dev/null || fail 'no JDK: java was not found; install JDK 17 or later, and put it on the PATH'
"$java" --list-modules | grep -q '^jdk.compiler' || fail 'no JDK: this Java is a runtime only; install JDK 17 or later'

if [ ! -d lib ]; then
  command -v mvn >/dev/null || fail 'mvn was not found; it downloads ActiveMQ: install Maven, or use compose.yaml'
  mvn -q dependency:copy-dependencies || fail 'Maven could not download ActiveMQ; see above'
  mv target/lib lib
fi

mkdir -p data
exec "$java" -Xmx1g -Dtwin.address=127.0.0.1 -Dactivemq.conf="$PWD/conf" -Dactivemq.data="$PWD/data" \\
  -Djava.security.auth.login.config="$PWD/conf/login.config" -Dorg.slf4j.simpleLogger.logFile=data/activemq.log \\
  -cp 'lib/*' StartBroker.java
`;
}

/** The program that {@link startScript} runs. */
export const START_BROKER = `import java.io.File;
import org.apache.activemq.broker.BrokerFactory;

/** Starts the broker of conf/activemq.xml. It stops with this process. */
class StartBroker {
  public static void main(String[] arguments) {
    try {
      BrokerFactory.setStartDefault(false);
      var file = new File(System.getProperty("activemq.conf"), "activemq.xml");
      var broker = BrokerFactory.createBroker("xbean:" + file.toURI());
      broker.start();
      if (!broker.waitUntilStarted()) {
        throw new IllegalStateException("it stopped", broker.getStartException());
      }
      for (var connector : broker.getTransportConnectors()) {
        System.out.println("listening on " + connector.getConnectUri());
      }
      System.out.println("started");
      broker.waitUntilStopped();
    } catch (Throwable problem) {
      var cause = problem;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      var reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      System.err.println("the broker did not start: " + reason + "; see data/activemq.log");
      System.exit(2);
    }
  }
}
`;

const MODULES = ['spring', 'kahadb-store', 'amqp', 'stomp', 'mqtt', 'http', 'jaas'];

/** The Maven project whose dependencies `start.sh` downloads. */
export function pom({ version, jettyVersion }: ActiveMqRelease): string {
  const dependencies = [
    ...MODULES.map((name) => ['org.apache.activemq', `activemq-${name}`, '${activemq.version}']),
    ['org.eclipse.jetty.websocket', 'websocket-server', '${jetty.version}'],
    ['org.slf4j', 'slf4j-simple', '2.0.13'],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>twin</artifactId>
  <version>0</version>
  <packaging>pom</packaging>
  <properties>
    <activemq.version>${version}</activemq.version>
    <jetty.version>${jettyVersion}</jetty.version>
  </properties>
  <dependencies>
${dependencies.map(dependency).join('\n')}
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-dependency-plugin</artifactId>
        <version>3.6.1</version>
        <configuration>
          <outputDirectory>target/lib</outputDirectory>
          <includeScope>runtime</includeScope>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
`;
}

function dependency([group, artifact, version]: readonly string[]): string {
  return `    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>`;
}
