import path from 'node:path';
import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { Account, type AccountOptions } from './account';
import { diagnostic, SimulatedProvider } from './provider';
import { type Values } from './value';

/**
 * Serves the simulated AWS provider to terraform as a process of its own:
 *
 *     node -r ./tools/register-typescript test/terraform/simulated-aws/main.ts
 *
 * It prints the line to set in the environment of terraform and runs until it is ended, or until the process that forked
 * it is gone. A process that forks it gets the same and can ask for more: see `Command`.
 */
export type Command =
  | { readonly do: 'reset' }
  | { readonly do: 'set'; readonly options: Partial<AccountOptions> }
  | { readonly do: 'dump' }
  | { readonly do: 'put'; readonly kind: string; readonly values: Values };

type Method = (request: unknown, connection: string) => object | Promise<object>;

const METHODS = [
  'GetSchema',
  'PrepareProviderConfig',
  'ValidateResourceTypeConfig',
  'ValidateDataSourceConfig',
  'UpgradeResourceState',
  'Configure',
  'ReadResource',
  'PlanResourceChange',
  'ApplyResourceChange',
  'ImportResourceState',
  'ReadDataSource',
  'Stop',
] as const satisfies (keyof SimulatedProvider)[];

const provider = new SimulatedProvider();

/** Each connection is told by its peer's port: over a unix socket they could not be told apart. */
const handler =
  (name: (typeof METHODS)[number]): handleUnaryCall<unknown, object> =>
  (call, answer) => {
    const method = provider[name].bind(provider) as Method;
    const answered = async () => method(call.request, call.getPeer());
    void answered().then(
      (response) => answer(null, response),
      (error: unknown) => {
        if (error instanceof Error && error.name === 'Error') answer(null, { diagnostics: [diagnostic(error)] });
        else answer({ code: status.INTERNAL, message: String(error instanceof Error ? error.stack : error) });
      },
    );
  };

function run(command: Command): unknown {
  switch (command.do) {
    case 'reset':
      provider.account = new Account();
      return undefined;
    case 'set':
      provider.account.options = { ...provider.account.options, ...command.options };
      return undefined;
    case 'dump':
      return provider.account.dump();
    case 'put':
      provider.account.objects(command.kind).set(String(command.values.id), command.values);
      return undefined;
  }
}

const { 'tfplugin5.Provider': definition } = loadSync(path.join(__dirname, 'tfplugin5.proto'), {
  keepCase: true,
  longs: Number,
  enums: String,
  defaults: true,
  arrays: true,
});
const implementation: UntypedServiceImplementation = Object.fromEntries(METHODS.map((name) => [name, handler(name)]));
const server = new Server({ 'grpc.max_receive_message_length': -1 });
server.addService(definition as never, implementation);
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  const reattach = JSON.stringify({
    'registry.terraform.io/hashicorp/aws': {
      Protocol: 'grpc',
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'tcp', String: `127.0.0.1:${port}` },
    },
  });
  if (process.send) process.send({ reattach });
  else console.log(`TF_REATTACH_PROVIDERS='${reattach}'`);
});

process.on('message', (command: Command) => process.send?.({ answer: run(command) ?? null }));
process.on('disconnect', () => process.exit());
