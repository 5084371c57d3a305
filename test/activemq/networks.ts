import fs from 'node:fs';
import path from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { EngineVersion } from '../../src/amazon-mq/engine-version';
import { ActiveStandbyBroker } from '../../src/broker/active-standby-broker';
import { SingleInstanceBroker } from '../../src/broker/single-instance-broker';
import { BrokerConfiguration } from '../../src/configuration/broker-configuration';
import { ConfigurationDocument } from '../../src/document/configuration-document';
import { GroupAuthorization } from '../../src/document/definition/group-authorization';
import { BrokerVpc } from '../../src/network/broker-vpc';
import { BrokerMove } from '../../src/topology/broker-move';
import { MovePhase } from '../../src/topology/move-phase';
import { NetworkOfBrokers } from '../../src/topology/network-of-brokers';
import { NetworkShape } from '../../src/topology/network-shape';
import { addressed } from './addresses';

/** A broker that tests start beside others. */
interface GivenMember {
  readonly document: string;
  /** URLs of its one or two instances. */
  readonly urls: readonly string[];
  /** Groups by user, with commas between. */
  readonly users: Readonly<Record<string, string>>;
}

/** Brokers that connect to each other, by their ids. */
export type GivenNetwork = Readonly<Record<string, GivenMember>>;

/** The most instances that a network has. The networks of a run start one after the other. */
export const PORTS_OF_A_NETWORK = 8;

/** The networks whose behavior the tests show, with instances on these ports. */
export function givenNetworks(
  ports: readonly number[],
  engineVersion: string,
  older: string,
): Readonly<Record<string, GivenNetwork>> {
  const urls = ports.map((port) => `ssl://127.0.0.1:${port}`);
  const built = (build: (stack: TerraformStack, members: Members) => void) =>
    synthesized(urls, EngineVersion.of(engineVersion), build);
  return {
    'two-brokers': twoBrokers(urls),
    mesh: built((stack, { single }) => connect(stack, [single('a'), single('b'), single('c')])),
    hub: built((stack, { single }) =>
      connect(
        stack,
        ['hub', 'a', 'b', 'c'].map((id) => single(id)),
        NetworkShape.hubAndSpoke('hub'),
      ),
    ),
    line: built((stack, { single }) =>
      connect(
        stack,
        ['a', 'b', 'c', 'd'].map((id) => single(id)),
        NetworkShape.line(),
      ),
    ),
    ring: built((stack, { single }) =>
      connect(
        stack,
        ['a', 'b', 'c', 'd'].map((id) => single(id)),
        ring(),
      ),
    ),
    'with-a-pair': built((stack, { single, pair }) => connect(stack, [single('a'), pair('b'), single('c')])),
    ...Object.fromEntries(
      [MovePhase.CREATE, MovePhase.DRAIN].flatMap((phase) => [
        [`move-${phase}`, built((stack, { single }) => move(stack, phase, single('old'), single('new')))],
        [
          `move-to-a-pair-${phase}`,
          built((stack, { single, pair }) =>
            move(stack, phase, single('old', { engineVersion: EngineVersion.of(older) }), pair('new')),
          ),
        ],
        [
          `move-from-a-pair-${phase}`,
          built((stack, { single, pair }) => move(stack, phase, pair('old'), single('new'))),
        ],
      ]),
    ),
    authorized: built((stack, { single }) => {
      const document = ConfigurationDocument.define({
        plugins: [
          GroupAuthorization.plugin(
            { queue: '>', read: ['apps'], write: ['apps'] },
            { topic: '>', read: ['apps'], write: ['apps'] },
          ),
        ],
      });
      connect(stack, [single('a', { document }), single('b', { document })]);
    }),
  };
}

/** The smallest network, written by hand: the first broker holds a connector to the second. */
function twoBrokers([first, second]: readonly string[]): GivenNetwork {
  const users = { app: 'apps', network: 'network' };
  const connector = { name: 'first-to-second', uri: `static:(${second})`, userName: 'network', duplex: true };
  return {
    first: { document: ConfigurationDocument.define({ networkConnectors: [connector] }).xml, urls: [first], users },
    second: { document: ConfigurationDocument.define({}).xml, urls: [second], users },
  };
}

function ring(): NetworkShape {
  return NetworkShape.edges(
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'd', to: 'c' },
    { from: 'a', to: 'd' },
  );
}

type Broker = SingleInstanceBroker | ActiveStandbyBroker;

/** Brokers of one VPC with a user for the application of the tests; the id of each is that of its member. */
interface Members {
  readonly single: (id: string, settings?: MemberSettings) => Broker;
  readonly pair: (id: string) => Broker;
}

interface MemberSettings {
  readonly document?: ConfigurationDocument;
  readonly engineVersion?: EngineVersion;
}

function move(stack: TerraformStack, phase: MovePhase, from: Broker, to: Broker): void {
  new BrokerMove(stack, 'move', { from, to, phase });
}

function connect(stack: TerraformStack, brokers: readonly Broker[], shape?: NetworkShape): void {
  const members = brokers.map((broker) => ({ id: broker.node.id, broker }));
  new NetworkOfBrokers(stack, 'network', { members, shape });
}

/** What the constructs synthesize, with the addresses that Amazon MQ would give the brokers. */
function synthesized(
  urls: readonly string[],
  newest: EngineVersion,
  build: (stack: TerraformStack, members: Members) => void,
): GivenNetwork {
  const stack = new TerraformStack(Testing.app(), 'network');
  const network = new BrokerVpc(stack, 'vpc');
  const common = (id: string) => ({ brokerName: id, users: [{ username: 'app', groups: ['apps'] }] });
  const free = [...urls];
  const urlsOf = new Map<string, string[]>();
  build(stack, {
    single: (id, { document, engineVersion = newest } = {}) => {
      urlsOf.set(id, free.splice(0, 1));
      const configuration = document && new BrokerConfiguration(stack, `${id}-document`, { document, engineVersion });
      return new SingleInstanceBroker(stack, id, {
        ...common(id),
        ...{ configuration, engineVersion, network: network.inFirstZone() },
      });
    },
    pair: (id) => {
      urlsOf.set(id, free.splice(0, 2));
      return new ActiveStandbyBroker(stack, id, { ...common(id), engineVersion: newest, network });
    },
  });
  const { resource } = JSON.parse(Testing.synth(stack, false)) as Synthesized;
  return Object.fromEntries(
    [...urlsOf].map(([id, own]) => {
      const { user, configuration } = resource.aws_mq_broker[id];
      const [, name] = /aws_mq_configuration\.(\w[\w-]*)\.id/.exec(configuration.id)!;
      const document = addressed(
        resource.aws_mq_configuration[name].data,
        (broker, instance) => urlsOf.get(broker)![instance],
      );
      const users = Object.fromEntries(user.map(({ username, groups }) => [username, (groups ?? []).join(',')]));
      return [id, { document, urls: own, users }];
    }),
  );
}

interface Synthesized {
  readonly resource: {
    readonly aws_mq_configuration: Readonly<Record<string, { readonly data: string }>>;
    readonly aws_mq_broker: Readonly<
      Record<
        string,
        {
          readonly user: readonly { readonly username: string; readonly groups?: readonly string[] }[];
          readonly configuration: { readonly id: string };
        }
      >
    >;
  };
}

/** Writes each member as `NETWORK/ID.xml`, and its URLs and users as `NETWORK/ID.properties`. */
export function writeNetworks(directory: string, networks: Readonly<Record<string, GivenNetwork>>): void {
  for (const [name, members] of Object.entries(networks)) {
    const folder = path.join(directory, name);
    fs.mkdirSync(folder, { recursive: true });
    for (const [id, { document, urls, users }] of Object.entries(members)) {
      const lines = [
        `urls=${urls.join(',')}`,
        ...Object.entries(users).map(([user, groups]) => `user.${user}=${groups}`),
      ];
      fs.writeFileSync(path.join(folder, `${id}.xml`), document);
      fs.writeFileSync(path.join(folder, `${id}.properties`), lines.map((line) => `${line}\n`).join(''));
    }
  }
}
