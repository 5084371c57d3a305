import { spawnSync } from 'node:child_process';
import { PYTHON } from '../aws/api-model';
import { MOTO_MISSING } from '../aws/moto';
import { versionFault } from './adapt';
import { findBinary, findProvider, type FoundProvider, versionOf } from './find-provider';

/** What the level runs with, found once for all of its files. */
export interface LevelTools {
  readonly terraform?: string;
  readonly provider?: FoundProvider;
  /** Why the level cannot run; absent where it can. */
  readonly missing?: string;
}

const TERRAFORM_MISSING = 'terraform is not on the PATH: get 1.5.7 or later, or set TERRAFORM_BIN';
const PROVIDER_MISSING =
  'the AWS provider is neither in the registry that terraform reaches nor in a filesystem mirror of this machine: run ' +
  '"terraform providers mirror", or give the machine a way to the registry';

/** Says on the standard error what is used, so that a log of CI tells what was proven with which version. */
export default function globalSetup(): void {
  const tools = findTools();
  process.env.PROVIDER_LEVEL_TOOLS = JSON.stringify(tools);
  const { terraform, provider, missing } = tools;
  const used = [
    ...(terraform ? [versionOf(terraform)] : []),
    ...(provider ? [`AWS provider ${provider.version} from a ${provider.origin}`] : []),
  ];
  process.stderr.write(`\nprovider level: ${missing ?? used.join(', ')}\n`);
}

function findTools(): LevelTools {
  const terraform = findBinary(process.env.TERRAFORM_BIN, 'terraform');
  if (terraform === undefined) return { missing: TERRAFORM_MISSING };
  const provider = findProvider(terraform);
  if (provider === undefined) return { terraform, missing: PROVIDER_MISSING };
  const hasMoto = spawnSync(PYTHON, ['-c', 'import moto.server, botocore']).status === 0;
  return { terraform, provider, missing: versionFault(provider.version) ?? (hasMoto ? undefined : MOTO_MISSING) };
}
