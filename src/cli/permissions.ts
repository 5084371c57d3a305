import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PHASES } from '../permissions/need';
import { policyOf, type PolicyRequest, unknownBlocks } from '../permissions/policy';
import { SynthesizedStack, UnreadableStackError } from '../permissions/synthesized-stack';
import { objectOf, textOf } from '../util/json';
import { shownLiteral } from '../util/phrase';
import { safeJson } from '../util/safe-json';
import { type CommandIo, UnusableError } from './command';
import { oneOf } from './one-of';

const USAGE =
  'usage: cdktf-amazon-mq permissions STACK... [--for plan|apply|destroy]... [--account ACCOUNT] [--provider NAME]';

export const help = `${USAGE}

Writes the least-privilege IAM policy with which Terraform plans, applies or destroys stacks of these constructs, as JSON.

  STACK        the folder cdktf.out, the folder of one stack, or its cdk.tf.json; - reads the standard input
  --for        plan, apply (the default: make and change what the stack has) or destroy (delete it); may be given
               again: a pipeline that also removes or replaces resources needs both
  --account    number of the account, which ARNs then contain; by default that of the role that the provider assumes
  --provider   the provider configuration whose role gets the policy, such as aws or aws.replica; needed where the
               stacks assume several roles

A deploying role needs more for what Terraform itself does: reading and writing the state, and assuming the role.

Exit code: 0, 1 if the stack has something whose permissions are not known, so that the policy is not complete, or 2
if there was nothing to read.
`;

/** Characters that IAM allows in a managed policy, without whitespace. */
const MOST_CHARACTERS = 6144;

const ACCOUNT = /^\d{12}$/;

/** Writes the policy of some stacks. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      for: { type: 'string', multiple: true, default: ['apply'] },
      account: { type: 'string' },
      provider: { type: 'string' },
    },
  });
  const phases = values.for.map((phase) => oneOf('--for', phase, PHASES));
  const { account, provider } = values;
  if (account !== undefined && !ACCOUNT.test(account))
    throw new UnusableError(`--account cannot be "${account}"; allowed: a number of 12 digits`);
  if (positionals.length === 0) throw new UnusableError(`give a stack, or the folder cdktf.out; ${USAGE}`);

  const files: string[] = [];
  for (const name of positionals) files.push(...(await stackFiles(name, io)));
  const stacks: SynthesizedStack[] = [];
  for (const file of files) stacks.push(await readStack(file, io));
  const request: PolicyRequest = { phases, account, provider };
  checkProvider(stacks, provider);

  const policy = policyOf(stacks, request);
  io.out(safeJson(policy));
  const gaps = stacks.flatMap((stack) => [
    ...unknownBlocks(stack, request).map((address) => `${address}: its permissions are not known; add them`),
    ...stack.modules.map((name) => `module.${name}: the inside of a module is not in the stack; add its permissions`),
  ]);
  for (const gap of gaps) io.err(`cdktf-amazon-mq permissions: ${shownLiteral(gap)}\n`);
  for (const note of notes(stacks, JSON.stringify(policy).length)) io.err(`${note}\n`);
  return gaps.length > 0 ? 1 : 0;
}

function notes(stacks: readonly SynthesizedStack[], characters: number): string[] {
  const backends = new Set(stacks.map(({ backend }) => backend).filter((backend) => backend === 's3'));
  return [
    ...(backends.size > 0
      ? ['the state is in S3: its permissions are not in the policy, see docs/permissions.md']
      : []),
    ...(characters > MOST_CHARACTERS
      ? [
          `the policy has ${characters} characters and a managed policy takes ${MOST_CHARACTERS}: make it an inline policy, or one policy for each stack`,
        ]
      : []),
  ];
}

/** A policy belongs to one role. */
function checkProvider(stacks: readonly SynthesizedStack[], provider: string | undefined): void {
  const configurations = new Map(stacks.flatMap(({ providers }) => [...providers]));
  const names = [...configurations.keys()].sort().join(', ');
  if (provider !== undefined && !configurations.has(provider))
    throw new UnusableError(`--provider cannot be "${provider}"; allowed: ${names}`);
  const roles = new Set([...configurations.values()].map(({ role }) => role));
  if (provider === undefined && roles.size > 1)
    throw new UnusableError(
      `the stacks assume ${roles.size} roles, and each needs a policy; give --provider: ${names}`,
    );
}

async function readStack(file: string, io: CommandIo): Promise<SynthesizedStack> {
  try {
    return SynthesizedStack.parse((await io.read(file)).toString('utf8'));
  } catch (error) {
    if (!(error instanceof UnreadableStackError)) throw error;
    throw new UnusableError(`${file === '-' ? '<stdin>' : file} ${error.message}`);
  }
}

/** The stacks in a folder: those of a manifest, or the one. */
async function stackFiles(name: string, io: CommandIo): Promise<string[]> {
  if (!isFolder(name)) return [name];
  const manifest = path.join(name, 'manifest.json');
  if (!exists(manifest)) {
    const stack = path.join(name, 'cdk.tf.json');
    if (exists(stack)) return [stack];
    throw new UnusableError(`${name}: no manifest.json and no cdk.tf.json is in it; run cdktf synth`);
  }
  const stacks = Object.values(objectOf(objectOf(parsed((await io.read(manifest)).toString('utf8'))).stacks));
  const files = stacks.map((stack) => textOf(objectOf(stack).synthesizedStackPath));
  if (files.length === 0 || files.includes(undefined))
    throw new UnusableError(`${manifest} is not the manifest of a synthesis; run cdktf synth`);
  return files.map((file) => path.join(name, file!));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function exists(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false }) !== undefined;
}
