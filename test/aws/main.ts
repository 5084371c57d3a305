import { type Durations, type EndpointOrder } from './amazon-mq/region';
import { type Fault } from './calls';
import { Server } from './server';

/**
 * Runs the stand-in for AWS as a process of its own:
 *
 *     node -r ./tools/register-typescript test/aws/main.ts
 *
 * It prints what to set in the environment of terraform or any other client, and runs until it is ended, or until the
 * process that forked it is gone. A process that forks it can ask for more: see `Command`.
 */
export type Command =
  | { readonly do: 'reset' }
  | { readonly do: 'calls' }
  | { readonly do: 'inventory' }
  | { readonly do: 'pass-maintenance-window' }
  | { readonly do: 'set-endpoint-order'; readonly order: EndpointOrder }
  | { readonly do: 'set-durations'; readonly durations: Partial<Durations> }
  | { readonly do: 'add-fault'; readonly fault: Fault };

export type FromStandIn =
  { readonly url: string } | { readonly error: string } | { readonly id: number; readonly answer: unknown };

async function run(command: Command, server: Server): Promise<unknown> {
  switch (command.do) {
    case 'reset':
      return server.reset();
    case 'calls':
      return server.calls;
    case 'inventory':
      return server.inventory;
    case 'pass-maintenance-window':
      return server.passMaintenanceWindow();
    case 'set-endpoint-order':
      return void (server.settings.endpointOrder = command.order);
    case 'set-durations':
      return void Object.assign(server.settings.durations, command.durations);
    case 'add-fault':
      return server.faults.add(command.fault);
  }
}

function tell(message: FromStandIn): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  const server = await Server.start(Number(process.env.AWS_STAND_IN_PORT ?? 0));
  server.onDeath(() => {
    console.error('moto ended, so the stand-in for AWS ends as well');
    process.exit(1);
  });
  process.on('message', (message: { id: number; command: Command }) => {
    void run(message.command, server).then((answer) => tell({ id: message.id, answer: answer ?? null }));
  });
  process.on('disconnect', () => process.exit());
  if (process.send) tell({ url: server.url });
  else
    console.log(
      `export AWS_ENDPOINT_URL=${server.url} AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=eu-west-1`,
    );
}

main().catch((error: Error) => {
  tell({ error: error.message });
  console.error(error.message);
  process.exit(1);
});
