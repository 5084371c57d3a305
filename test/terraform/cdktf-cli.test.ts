import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describeWithTerraform, type SimulatedAws } from './terraform';

const ROOT = path.join(__dirname, '..', '..');
const CDKTF = path.join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');

/** A folder as a pipeline has it: nothing but a cdktf.json that runs the example. */
class Pipeline {
  readonly #folder: string;

  public constructor(
    private readonly aws: SimulatedAws,
    example: string,
  ) {
    this.#folder = aws.folder();
    const register = path.join(ROOT, 'tools', 'register-typescript.js');
    const settings = {
      ...(JSON.parse(fs.readFileSync(path.join(ROOT, 'cdktf.json'), 'utf8')) as object),
      app: `"${process.execPath}" -r "${register}" "${path.join(ROOT, 'examples', example, 'main.ts')}"`,
    };
    fs.writeFileSync(path.join(this.#folder, 'cdktf.json'), JSON.stringify(settings));
  }

  /**
   * Runs a command of cdktf, without the lock file of providers, which it would ask the registry for. What it prints goes
   * to a file: it exits before a pipe has taken everything.
   */
  public async run(command: string, ...options: string[]): Promise<{ code: number | null; output: string }> {
    const file = path.join(this.#folder, `${command}.log`);
    const log = fs.openSync(file, 'w');
    const running = spawn(process.execPath, [CDKTF, command, ...options], {
      cwd: this.#folder,
      env: { ...this.aws.environment, AMAZON_MQ_SOURCE: 'src' },
      stdio: ['ignore', log, log],
    });
    const [code] = (await once(running, 'exit')) as [number | null];
    fs.closeSync(log);
    return { code, output: stripVTControlCharacters(fs.readFileSync(file, 'utf8')) };
  }
}

describeWithTerraform('cdktf', (aws) => {
  it('synthesizes, deploys, finds nothing to do, and destroys', async () => {
    const pipeline = new Pipeline(aws(), 'single-instance-efs');
    const offline = '--skip-provider-lock';

    const synthesized = await pipeline.run('synth');
    expect(synthesized.code).toBe(0);
    expect(synthesized.output).toContain('Generated Terraform code for the stacks: development');

    const planned = await pipeline.run('diff', offline);
    expect(planned.output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);

    const deployed = await pipeline.run('deploy', '--auto-approve', offline);
    expect(deployed.code).toBe(0);
    expect(deployed.output).toMatch(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed/);
    const [broker] = Object.values((await aws().account()).objects['mq-broker']);
    expect(deployed.output).toContain(`failover:(amqps://${String(broker.id)}-1.mq.eu-west-1.amazonaws.com:5671)`);

    const again = await pipeline.run('diff', offline);
    expect(again.output).toContain('No changes. Your infrastructure matches the configuration.');

    const destroyed = await pipeline.run('destroy', '--auto-approve', offline);
    expect(destroyed.code).toBe(0);
    expect(destroyed.output).toMatch(/Destroy complete! Resources: \d+ destroyed/);
    expect((await aws().account()).objects['mq-broker']).toEqual({});

    const printed = [synthesized, planned, deployed, again, destroyed].map(({ output }) => output).join('\n');
    for (const { password } of broker.users as { password: string }[]) expect(printed.includes(password)).toBe(false);
  });

  it('refuses to destroy the broker of the main example', async () => {
    const pipeline = new Pipeline(aws(), 'active-standby');
    expect((await pipeline.run('deploy', '--auto-approve', '--skip-provider-lock')).code).toBe(0);
    const { code, output } = await pipeline.run('destroy', '--auto-approve', '--skip-provider-lock');
    expect(code).not.toBe(0);
    expect(output).toMatch(/Instance\s+cannot\s+be\s+destroyed/);
    expect(Object.keys((await aws().account()).objects['mq-broker'])).toHaveLength(1);
  });
});
