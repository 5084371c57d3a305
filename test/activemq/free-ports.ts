import net from 'node:net';

/** The system gives the ports above to connections that go out, so they may be taken when an instance starts again. */
const OUT_OF_THE_SYSTEMS_REACH = { from: 20_000, to: 32_000 };

/** Those given before: nobody may listen on them yet. */
const given = new Set<number>();

/** Ports of the loopback interface that nobody listens on, others at each call. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const { from, to } = OUT_OF_THE_SYSTEMS_REACH;
    const port = from + Math.floor(Math.random() * (to - from));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
