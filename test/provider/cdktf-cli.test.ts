import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { execute, type Outcome } from '../terraform/workspace';
import { type Cloud, describeWithProvider, levelTools } from './cloud';

const ROOT = path.join(__dirname, '..', '..');
const CDKTF = path.join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');

/** Without it cdktf asks the registry for checksums. */
const OFFLINE = '--skip-provider-lock';

/** A folder as a pipeline has it: a cdktf.json that runs the example. Modules are named from the root: none here. */
class Pipeline {
  readonly #cloud: Cloud;
  readonly #folder: string;

  constructor(cloud: Cloud, example: string) {
    this.#cloud = cloud;
    this.#folder = cloud.folder();
    const register = path.join(ROOT, 'tools', 'register-typescript.js');
    const settings = {
      ...(JSON.parse(fs.readFileSync(path.join(ROOT, 'cdktf.json'), 'utf8')) as object),
      terraformModules: [],
      app: `"${process.execPath}" -r "${register}" "${this.file('app.js')}"`,
    };
    fs.writeFileSync(this.file('cdktf.json'), JSON.stringify(settings));
    fs.writeFileSync(this.file('app.js'), adaptingApp(path.join(ROOT, 'examples', example, 'main.ts')));
  }

  file(name: string): string {
    return path.join(this.#folder, name);
  }

  async tryRun(command: string, ...options: string[]): Promise<Outcome> {
    const { environment } = this.#cloud;
    const outcome = await execute(process.execPath, [CDKTF, command, ...options], this.#folder, environment);
    return { ...outcome, output: stripVTControlCharacters(outcome.output) };
  }

  async run(command: string, ...options: string[]): Promise<string> {
    const { code, output } = await this.tryRun(command, ...options);
    if (code !== 0) throw new Error(`cdktf ${command} failed:\n${output}`);
    return output;
  }
}

describeWithProvider('cdktf with the real provider', (cloud) => {
  const brokers = async () => (await cloud().standIn.inventory()).brokers;

  it('deploys, finds nothing to do, and destroys', async () => {
    const pipeline = new Pipeline(cloud(), 'single-instance-efs');
    const printed = [await pipeline.run('diff', OFFLINE)];
    expect(printed[0]).toContain('will be created');
    expect(await brokers()).toEqual([]);

    printed.push(await pipeline.run('deploy', '--auto-approve', '--outputs-file', pipeline.file('out.json'), OFFLINE));
    const [{ id, users }] = await brokers();
    expect(JSON.parse(fs.readFileSync(pipeline.file('out.json'), 'utf8'))).toEqual({
      development: {
        url: `failover:(amqps://${id}-1.mq.eu-west-1.amazonaws.com:5671)?failover.maxReconnectAttempts=20`,
      },
    });

    printed.push(await pipeline.run('diff', OFFLINE));
    expect(printed[2]).toContain('No changes. Your infrastructure matches the configuration.');
    printed.push(await pipeline.run('destroy', '--auto-approve', OFFLINE));
    expect(await brokers()).toEqual([]);
    for (const { password } of users) expect(printed.join('\n').includes(password)).toBe(false);
  });

  it('does not destroy the broker of the main example', async () => {
    const pipeline = new Pipeline(cloud(), 'active-standby');
    await pipeline.run('deploy', '--auto-approve', OFFLINE);
    expect((await pipeline.tryRun('destroy', '--auto-approve', OFFLINE)).code).not.toBe(0);
    expect(await brokers()).toHaveLength(1);
  });
});

/** An app whose stacks are adapted to the version of the provider after the synthesis, as the other tests do. */
function adaptingApp(main: string): string {
  const version = levelTools().provider!.version;
  return `
const fs = require('node:fs');
const path = require('node:path');
require(${JSON.stringify(main)});
const { adapted } = require(${JSON.stringify(path.join(__dirname, 'adapt.ts'))});
const stacks = path.join(process.env.CDKTF_OUTDIR ?? 'cdktf.out', 'stacks');
for (const stack of fs.readdirSync(stacks)) {
  const file = path.join(stacks, stack, 'cdk.tf.json');
  fs.writeFileSync(file, adapted(fs.readFileSync(file, 'utf8'), ${JSON.stringify(version)}));
}
`;
}
