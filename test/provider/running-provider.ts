import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { COLLECTING_LITTLE } from '../terraform/workspace';
import { AttachedProvider } from './attached-provider';

/** Ends the provider when the process that started it is gone, and ends when the provider does. */
const PROGRAM = `
exec 3<&0
"$0" -debug &
provider=$!
{ read -r _ <&3; kill "$provider"; } >/dev/null 2>&1 &
wait "$provider"
`;

/** The names under which Terraform and OpenTofu know the provider. */
const ADDRESSES = ['registry.terraform.io/hashicorp/aws', 'registry.opentofu.org/hashicorp/aws'];

/**
 * HashiCorp's provider, started once for many commands of Terraform, which attach to it. Each of them configures it anew,
 * so it serves one provider block at a time.
 */
export class RunningProvider {
  readonly #process: ChildProcess;
  readonly #attached: AttachedProvider;

  private constructor(
    child: ChildProcess,
    attached: AttachedProvider,
    /** The value of TF_REATTACH_PROVIDERS, by which Terraform finds it. */
    readonly reattach: string,
  ) {
    this.#process = child;
    this.#attached = attached;
  }

  /** @param folder for its socket */
  static async start(binary: string, folder: string, environment: NodeJS.ProcessEnv): Promise<RunningProvider> {
    const child = spawn('sh', ['-c', PROGRAM, binary], {
      env: { ...process.env, ...environment, ...COLLECTING_LITTLE, TMPDIR: folder },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const printed: string[] = [];
    child.stderr.on('data', (data: Buffer) => void printed.push(data.toString()));
    for await (const line of createInterface(child.stdout)) {
      const [, attach] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line) ?? [];
      if (attach === undefined) continue;
      child.stdout.resume();
      const [provider] = Object.values(JSON.parse(attach) as Record<string, { Addr: { String: string } }>);
      const { attached, address } = await AttachedProvider.start(provider.Addr.String, folder);
      const behind = { ...provider, Addr: { ...provider.Addr, String: address } };
      const reattach = JSON.stringify(Object.fromEntries(ADDRESSES.map((name) => [name, behind])));
      return new RunningProvider(child, attached, reattach);
    }
    const closed = once(child, 'close');
    child.stdin.end();
    await closed;
    throw new Error(`the AWS provider ended before Terraform could attach to it:\n${printed.join('')}`);
  }

  async stop(): Promise<void> {
    this.#attached.stop();
    if (this.#process.exitCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.#process.stdin!.end();
    await exited;
  }
}
