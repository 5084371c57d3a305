import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Broker, type Configuration } from './amazon-mq/model';
import { type Durations, type EndpointOrder } from './amazon-mq/region';
import { type Call, type Fault } from './calls';
import { type Command, type FromStandIn } from './main';

const ROOT = path.join(__dirname, '..', '..');

export interface Inventory {
  readonly brokers: readonly (Broker & { readonly region: string; readonly account: string })[];
  readonly configurations: readonly Configuration[];
}

/**
 * The stand-in for AWS, in a process of its own. Clients find it by `environment`; no AWS account is reached. What tests
 * prove with it is proven against what test/aws knows of Amazon MQ.
 */
export class StandIn {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  #commands = 0;
  #died = false;

  private constructor(
    child: ChildProcess,
    readonly url: string,
  ) {
    this.#process = child;
    child.on('message', (message: FromStandIn) => {
      if (!('id' in message)) return;
      this.#waiting.get(message.id)?.resolve(message.answer);
      this.#waiting.delete(message.id);
    });
    child.once('exit', () => {
      this.#died = true;
      for (const { reject } of this.#waiting.values())
        reject(new Error('the stand-in for AWS ended before it answered'));
    });
  }

  static async start(environment: NodeJS.ProcessEnv = {}): Promise<StandIn> {
    const child = fork(path.join(__dirname, 'main.ts'), {
      execArgv: ['-r', path.join(ROOT, 'tools', 'register-typescript.js')],
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const [message] = (await once(child, 'message')) as [FromStandIn];
    if ('url' in message) return new StandIn(child, message.url);
    throw new Error('error' in message ? message.error : 'the stand-in for AWS does not start');
  }

  /** What a client of AWS needs in its environment to talk to the stand-in, and to nothing else. */
  get environment(): NodeJS.ProcessEnv {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '',
      AWS_SHARED_CREDENTIALS_FILE: '',
      AWS_PROFILE: '',
      AWS_SESSION_TOKEN: '',
      AWS_CA_BUNDLE: '',
    };
  }

  /** The id of the process. */
  get pid(): number {
    return this.#process.pid!;
  }

  async stop(): Promise<void> {
    if (this.#died) return;
    const exited = once(this.#process, 'exit');
    this.#process.disconnect();
    await exited;
  }

  /** Begins with empty accounts, no faults and an empty log. */
  async reset(): Promise<void> {
    await this.#ask({ do: 'reset' });
  }

  /** Every request so far, in order. */
  async calls(): Promise<Call[]> {
    return (await this.#ask({ do: 'calls' })) as Call[];
  }

  /** What Amazon MQ was asked for that changes anything, in order. */
  async changes(): Promise<Call[]> {
    return (await this.calls()).filter(
      ({ service, operation }) => service === 'mq' && !/^(Describe|List)/.test(operation),
    );
  }

  async inventory(): Promise<Inventory> {
    return (await this.#ask({ do: 'inventory' })) as Inventory;
  }

  async passMaintenanceWindow(): Promise<void> {
    await this.#ask({ do: 'pass-maintenance-window' });
  }

  async setDurations(durations: Partial<Durations>): Promise<void> {
    await this.#ask({ do: 'set-durations', durations });
  }

  /** Answers the endpoints of an instance in another order, which Amazon MQ does not promise. */
  async setEndpointOrder(order: EndpointOrder): Promise<void> {
    await this.#ask({ do: 'set-endpoint-order', order });
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#ask({ do: 'add-fault', fault });
  }

  async #ask(command: Command): Promise<unknown> {
    if (this.#died) throw new Error('the stand-in for AWS is no longer running');
    const id = ++this.#commands;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#process.send({ id, command });
    });
  }
}
