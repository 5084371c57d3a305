import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { OPERATIONS } from './amazon-mq/amazon-mq';
import { applyPending } from './amazon-mq/brokers';
import { badRequest, MqError } from './amazon-mq/mq-error';
import { Region, type Scope, type Settings } from './amazon-mq/region';
import { ApiModel, type Request } from './api-model';
import { type Caller, callerOf } from './caller';
import { type Call, Faults } from './calls';
import { Moto } from './moto';
import { MotoNeighbors } from './neighbors';

/** One address for all of AWS: Amazon MQ is answered here, everything else by moto. */
export class Server {
  readonly faults = new Faults();
  readonly settings: Settings = {
    durations: { creation: 200, reboot: 100, deletion: 100 },
    endpointOrder: 'as-captured',
  };
  calls: Call[] = [];

  readonly #moto: Moto;
  readonly #model = ApiModel.ofInstalledBotocore('mq', '2017-11-27');
  /** The only other service whose requests name their operation by address. */
  readonly #lambda = ApiModel.ofInstalledBotocore('lambda', '2015-03-31');
  readonly #http = http.createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      send(response, 500, { message: `the stand-in failed: ${error instanceof Error ? error.stack : String(error)}` });
    });
  });
  readonly #accounts = new Map<string, Promise<string>>();
  readonly #regions = new Map<string, { region: Region; caller: Caller }>();

  private constructor(moto: Moto) {
    this.#moto = moto;
  }

  /** @param port 0 takes a free one */
  static async start(port: number): Promise<Server> {
    const server = new Server(await Moto.start());
    try {
      await new Promise<void>((resolve, reject) => {
        server.#http.once('error', reject);
        server.#http.listen(port, '127.0.0.1', resolve);
      });
    } catch (error) {
      await server.#moto.stop();
      throw (error as { code?: string }).code === 'EADDRINUSE'
        ? new Error(`port ${port} of 127.0.0.1 is taken: choose another one in AWS_STAND_IN_PORT, or none`)
        : error;
    }
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  onDeath(listener: () => void): void {
    this.#moto.onExit(listener);
  }

  async stop(): Promise<void> {
    this.#http.close();
    this.#http.closeAllConnections();
    await this.#moto.stop();
  }

  /** Begins with empty accounts. */
  async reset(): Promise<void> {
    this.calls = [];
    this.faults.clear();
    this.settings.endpointOrder = 'as-captured';
    this.#regions.clear();
    this.#accounts.clear();
    await this.#moto.reset();
  }

  /** Everything that waits for the maintenance window comes true, and the window may be moved again. */
  async passMaintenanceWindow(): Promise<void> {
    for (const { region, caller } of this.#regions.values())
      for (const broker of region.brokers.values()) {
        await applyPending(broker, this.#scope(region, caller));
        broker.maintenanceWindowChanges = 0;
      }
  }

  /** Every broker and configuration, passwords included. */
  get inventory(): Record<'brokers' | 'configurations', object[]> {
    const regions = [...this.#regions.values()].map(({ region }) => region);
    return {
      brokers: regions.flatMap((region) =>
        [...region.brokers.values()]
          .filter(({ id }) => region.isThere(id))
          .map((broker) => ({ region: region.name, account: region.account, ...broker })),
      ),
      configurations: regions.flatMap((region) => [...region.configurations.values()]),
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const caller = callerOf(request.headers);
    if (caller?.service === 'mq') await this.#answerAmazonMq(request, body.toString(), caller, response);
    else await this.#passOn(request, body, caller, response);
  }

  async #answerAmazonMq(http: IncomingMessage, body: string, caller: Caller, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = http;
    const request = this.#model.read(method, new URL(url, this.url), body);
    if (!request) return send(response, 404, { message: `the API has no ${method} ${url}` });
    const region = await this.#region(caller);
    const { service, region: regionName } = caller;
    const { operation, input, successCode } = request;
    const log = (status: number, more: Partial<Call> = {}) =>
      void this.calls.push({ service, operation, region: regionName, account: region.account, status, input, ...more });
    if (this.faults.take(operation, 'throttle')) {
      log(429, { message: 'Rate exceeded' });
      return send(response, 429, { message: 'Rate exceeded' }, 'TooManyRequestsException');
    }
    const isNeverAnswered = this.faults.take(operation, 'timeout');
    try {
      const output = await this.#run(request, this.#scope(region, caller));
      log(successCode, { output });
      if (isNeverAnswered) response.destroy();
      else send(response, successCode, output);
    } catch (error) {
      if (!(error instanceof MqError)) throw error;
      const { status, type, message, attribute } = error;
      log(status, { message });
      send(response, status, { ...(attribute && { errorAttribute: attribute }), message }, type);
    }
  }

  async #run(request: Request, scope: Scope): Promise<Record<string, unknown> | undefined> {
    const { operation, input } = request;
    const faults = this.#model.inputFaults(request);
    if (faults.length > 0) throw badRequest(`the request breaks the model of the API: ${faults.join('; ')}`);
    const output = await OPERATIONS[operation](input as never, scope);
    const wrong = this.#model.outputFaults(operation, output ?? {});
    if (wrong.length > 0)
      throw new Error(`the answer of ${operation} breaks the model of the API: ${wrong.join('; ')}`);
    return output;
  }

  #scope(region: Region, caller: Caller): Scope {
    return {
      region,
      brokersOfAccount: () =>
        [...this.#regions.values()]
          .filter((other) => other.region.account === region.account)
          .flatMap((other) => [...other.region.brokers.values()]),
      neighbors: new MotoNeighbors(this.#moto.url, caller),
      failsCreation: () => this.faults.take('CreateBroker', 'fail-creation'),
    };
  }

  /** Accounts are told apart by access key, as moto knows them. */
  async #region(caller: Caller): Promise<Region> {
    const key = /Credential=([^/]+)/.exec(caller.authorization)![1];
    const account = this.#accounts.get(key) ?? new MotoNeighbors(this.#moto.url, caller).account();
    this.#accounts.set(key, account);
    const accountId = await account;
    // no await from here on: two first requests at once must not make two Regions
    const id = `${accountId}/${caller.region}`;
    const known = this.#regions.get(id) ?? { region: new Region(accountId, caller.region, this.settings), caller };
    this.#regions.set(id, known);
    return known.region;
  }

  async #passOn(
    request: IncomingMessage,
    body: Buffer,
    caller: Caller | undefined,
    response: ServerResponse,
  ): Promise<void> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const onward = http.request(
        `${this.#moto.url}${request.url}`,
        { method: request.method, headers: { ...request.headers, host: 'localhost', connection: 'close' } },
        resolve,
      );
      onward.on('error', reject);
      onward.end(body);
    });
    this.calls.push({
      service: caller?.service ?? '',
      operation: this.#operationOf(request, body, caller),
      region: caller?.region ?? '',
      status: answer.statusCode ?? 0,
    });
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  }

  /** The operation of a request in one of the protocols of the other services. */
  #operationOf({ headers, method = '', url = '' }: IncomingMessage, body: Buffer, caller: Caller | undefined): string {
    const target = headers['x-amz-target'];
    if (typeof target === 'string') return target.split('.').at(-1)!;
    const ofLambda = caller?.service === 'lambda' && this.#lambda.operationAt(method, new URL(url, this.url));
    return ofLambda || (new URLSearchParams(body.toString()).get('Action') ?? `${method} ${url}`);
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: Record<string, unknown> | undefined,
  type?: string,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
