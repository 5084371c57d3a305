import { createServer } from 'node:net';
import { LIMITS } from '../../amazon-mq/limits';
import { type LocalConnector } from '../../local-twin/local-connector';
import { UnusableError } from '../command';

const ADDRESS = '127.0.0.1';

/** Rejects ports on which something else listens, or that do not exist. */
export async function requireFreePorts(connectors: readonly LocalConnector[]): Promise<void> {
  for (const { port, protocol } of connectors) {
    if (port > LIMITS.port.max) {
      throw new UnusableError(
        `--port-offset gives ${protocol.displayName} the port ${port}; the last is ${LIMITS.port.max}`,
      );
    }
    const reason = await reasonAgainst(port);
    if (reason === undefined) continue;
    throw new UnusableError(
      `port ${port} of ${ADDRESS}, for ${protocol.displayName}, is taken (${reason}); stop what listens there, or give another --port-offset`,
    );
  }
}

function reasonAgainst(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
    server.listen(port, ADDRESS, () => server.close(() => resolve(undefined)));
  });
}
