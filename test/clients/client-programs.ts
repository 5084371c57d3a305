/** A program of examples/clients. */
export interface Client {
  readonly name: string;
  readonly transport: string;
  readonly url: (first: number, second: number) => string;
  /** As docs/getting-started.md says it, in the folder of the client. */
  readonly install: string;
  readonly run: string;
}

export const CLIENT_PROGRAMS: readonly Client[] = [
  {
    name: 'Java',
    transport: 'openwire',
    url: (first, second) => `failover:(ssl://localhost:${first},ssl://localhost:${second})?randomize=false`,
    install: 'mvn -q package dependency:copy-dependencies',
    run: "java -cp 'target/classes:target/dependency/*' SendAndReceive",
  },
  {
    name: 'Python',
    transport: 'stomp',
    url: (first, second) => `stomp+ssl://localhost:${first},stomp+ssl://localhost:${second}`,
    install: 'python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt',
    run: '.venv/bin/python send_and_receive.py',
  },
  {
    name: 'Node',
    transport: 'amqp',
    url: (first, second) => `failover:(amqps://localhost:${first},amqps://localhost:${second})`,
    install: 'npm install --no-audit --no-fund',
    run: 'node send-and-receive.js',
  },
];
