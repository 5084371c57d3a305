import { spawnSync } from 'node:child_process';
import { PYTHON } from '../aws/api-model';
import { MOTO_MISSING } from '../aws/moto';
import { versionFault } from './adapt';
import { findBinary, findProvider, type FoundProvider, versionOf } from './find-provider';

/** What the level runs with, found once for all of its files. */
export interface LevelTools {
  readonly terraform?: string;
  readonly provider?: FoundProvider;
  readonly opentofu?: string;
  /** Why the level cannot run; absent where it can. */
  readonly missing?: string;
}

const TERRAFORM_MISSING = 'terraform is not on the PATH: get 1.5.7 or later, or set TERRAFORM_BIN';
const PROVIDER_MISSING =
  'the AWS provider is neither in the registry that terraform reaches nor in a filesystem mirror of this machine: run ' +
  '"terraform providers mirror", or give the machine a way to the registry';

/** Says on the standard error what is used, so that a log of CI tells what was proven with which version. */
export default function globalSetup(): void {
  const terraform = findBinary(process.env.TERRAFORM_BIN, 'terraform');
  const opentofu = findBinary(process.env.TOFU_BIN, 'tofu');
  const provider = terraform === undefined ? undefined : findProvider(terraform);
  const hasMoto = spawnSync(PYTHON, ['-c', 'import moto.server, botocore']).status === 0;
  const missing = missingOf({ terraform, provider, hasMoto });
  const tools: LevelTools = { terraform, opentofu, provider, missing };
  process.env.PROVIDER_LEVEL_TOOLS = JSON.stringify(tools);
  const used = [
    ...[terraform, opentofu].filter((binary) => binary !== undefined).map(versionOf),
    ...(provider ? [`AWS provider ${provider.version} from a ${provider.origin}`] : []),
  ];
  process.stderr.write(`\nprovider level: ${missing ?? used.join(', ')}\n`);
}

/** Why the level cannot run with what was found, and what to do: the first reason of several. */
export function missingOf(
  found: Pick<LevelTools, 'terraform' | 'provider'> & { hasMoto: boolean },
): string | undefined {
  if (found.terraform === undefined) return TERRAFORM_MISSING;
  if (found.provider === undefined) return PROVIDER_MISSING;
  return versionFault(found.provider.version) ?? (found.hasMoto ? undefined : MOTO_MISSING);
}
