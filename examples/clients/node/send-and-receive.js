// Sends a message over AMQP 1.0 and receives it. BROKER_URL is the failover URL for AMQP, BROKER_SECRET the value of the
// user's secret: {"username": …, "password": …}.
import rhea from 'rhea';

const PATIENCE_IN_MILLISECONDS = 30_000;

const hosts = [...process.env.BROKER_URL.matchAll(/\/\/([^:/]+):(\d+)/g)];
const { username, password } = JSON.parse(process.env.BROKER_SECRET);

let attempts = 0;
const connection = rhea.create_container().connect({
  username,
  password,
  // Called for each attempt: tries the instances in turn until the active one answers.
  connection_details() {
    const [, host, port] = hosts[attempts++ % hosts.length];
    return { transport: 'tls', host, port: Number(port), servername: host };
  },
});

const timer = setTimeout(() => {
  console.error('no message after 30 seconds');
  process.exit(1);
}, PATIENCE_IN_MILLISECONDS);

const sender = connection.open_sender('getting-started');
connection.open_receiver('getting-started');
sender.once('sendable', () => {
  sender.send({ durable: true, body: 'hello from Node' });
  console.log('sent: hello from Node');
});
connection.on('message', ({ message }) => {
  console.log(`received: ${message.body}`);
  clearTimeout(timer);
  connection.close();
});
connection.on('connection_error', ({ connection: { error } }) => {
  console.error(`${error.condition}: ${error.description}`);
  process.exit(1);
});
