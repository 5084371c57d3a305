import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describeWithTerraform, execute, type Outcome, type SimulatedAws } from './terraform';

const ROOT = path.join(__dirname, '..', '..');
const CDKTF = path.join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');

/** A folder as a pipeline has it: nothing but a cdktf.json that runs the example. Modules are named from the root: none here. */
class Pipeline {
  readonly #folder: string;

  readonly #aws: SimulatedAws;

  constructor(aws: SimulatedAws, example: string) {
    this.#aws = aws;
    this.#folder = aws.folder();
    const register = path.join(ROOT, 'tools', 'register-typescript.js');
    const settings = {
      ...(JSON.parse(fs.readFileSync(path.join(ROOT, 'cdktf.json'), 'utf8')) as object),
      terraformModules: [],
      app: `"${process.execPath}" -r "${register}" "${path.join(ROOT, 'examples', example, 'main.ts')}"`,
    };
    fs.writeFileSync(this.file('cdktf.json'), JSON.stringify(settings));
  }

  file(...names: string[]): string {
    return path.join(this.#folder, ...names);
  }

  /**
   * Runs a command of cdktf. What it shows last of a long plan it may never print, as it ends when terraform does: so
   * what a command did is looked up in the account, and only what is short is read.
   */
  async run(command: string, ...options: string[]): Promise<Outcome> {
    const { environment } = this.#aws;
    const outcome = await execute(process.execPath, [CDKTF, command, ...options], this.#folder, environment);
    return { ...outcome, output: stripVTControlCharacters(outcome.output) };
  }
}

/** Without it cdktf asks the provider registry for checksums. */
const OFFLINE = '--skip-provider-lock';

describeWithTerraform('cdktf', (aws) => {
  const brokers = async () => Object.values((await aws().account()).objects['mq-broker'] ?? {});

  it('synthesizes, deploys, finds nothing to do, and destroys', async () => {
    const pipeline = new Pipeline(aws(), 'single-instance-efs');
    const printed: string[] = [];
    const run = async (command: string, ...options: string[]) => {
      const { code, output } = await pipeline.run(command, ...options);
      if (code !== 0) throw new Error(`cdktf ${command} failed:\n${output}`);
      printed.push(output);
      return output;
    };

    expect(await run('synth')).toContain('Generated Terraform code for the stacks: development');

    expect(await run('diff', OFFLINE)).toContain('will be created');
    expect(await brokers()).toEqual([]);

    await run('deploy', '--auto-approve', '--outputs-file', pipeline.file('outputs.json'), OFFLINE);
    const [broker] = await brokers();
    const endpoint = `amqps://${String(broker.id)}-1.mq.eu-west-1.amazonaws.com:5671`;
    expect(JSON.parse(fs.readFileSync(pipeline.file('outputs.json'), 'utf8'))).toEqual({
      development: { url: `failover:(${endpoint})?failover.maxReconnectAttempts=20` },
    });

    expect(await run('diff', OFFLINE)).toContain('No changes. Your infrastructure matches the configuration.');

    await run('destroy', '--auto-approve', OFFLINE);
    expect(await brokers()).toEqual([]);

    for (const { password } of broker.users as { password: string }[])
      expect(printed.join('\n').includes(password)).toBe(false);
  });

  it('refuses to destroy the broker of the main example', async () => {
    const pipeline = new Pipeline(aws(), 'active-standby');
    expect((await pipeline.run('deploy', '--auto-approve', OFFLINE)).code).toBe(0);
    expect((await pipeline.run('destroy', '--auto-approve', OFFLINE)).code).not.toBe(0);
    expect(await brokers()).toHaveLength(1);
  });
});
