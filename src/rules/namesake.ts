import { type TerraformProvider, TerraformStack } from 'cdktf';
import { type IConstruct } from 'constructs';
import { defaultProviderOf } from '../tokens/default-provider';
import { append } from '../util/append';
import { remembered } from '../util/remembered';

interface Named {
  readonly construct: IConstruct;
  readonly provider?: TerraformProvider;
  /** Whether the name is unique in all Regions of an account. */
  readonly isGlobal?: boolean;
}

/** The constructs of an app by what they are and their name. */
const NAMES_OF_APPS = new WeakMap<IConstruct, Map<string, Named[]>>();

/** Registers the name of a construct that is made, where the name is unique in an account and region. */
export function registerName(kind: string, name: string | undefined, named: Named): void {
  if (name === undefined) return;
  append(
    remembered(NAMES_OF_APPS, named.construct.node.root, () => new Map<string, Named[]>()),
    keyOf(kind, name),
    named,
  );
}

/**
 * Path of another construct of the app that has the name in the same account and region, as far as that is known: in one
 * stack by one provider, or by providers of several stacks that name the same account.
 */
export function namesakeOf(kind: string, name: string | undefined, named: Named): string | undefined {
  if (name === undefined) return undefined;
  const others = NAMES_OF_APPS.get(named.construct.node.root)?.get(keyOf(kind, name)) ?? [];
  return others.find((other) => other.construct !== named.construct && placeOf(other) === placeOf(named))?.construct
    .node.path;
}

/** Path of a construct of the app that has registered the name, in whatever account and region. */
export function namesakeAnywhere(kind: string, name: string | undefined, construct: IConstruct): string | undefined {
  if (name === undefined) return undefined;
  const others = NAMES_OF_APPS.get(construct.node.root)?.get(keyOf(kind, name)) ?? [];
  return others[0]?.construct.node.path;
}

/**
 * Which one a construct is of those that registered the name in one account and region, in the order in which the app makes
 * them. All providers that name no account count as one account.
 */
export function numberInApp(kind: string, name: string, { construct }: Named): number {
  const all = NAMES_OF_APPS.get(construct.node.root)!.get(keyOf(kind, name))!;
  const before = all.slice(0, all.findIndex((each) => each.construct === construct) + 1);
  const deployments = before.map(deploymentOf);
  return deployments.filter((each) => each === deployments.at(-1)).length;
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}

/** What is equal where account and region are known to be. Providers that name no account use the one that a stack runs in. */
function placeOf({ construct, provider, isGlobal = false }: Named): string {
  const stack = TerraformStack.of(construct);
  const used = provider ?? defaultProviderOf(stack);
  const account = used && accountOf(used);
  if (isGlobal) return account?.account ?? stack.node.path;
  return account ? `${account.region} ${account.account}` : JSON.stringify([stack.node.path, provider?.node.path]);
}

const DEPLOYMENTS = new WeakMap<Named, string>();

/** The arguments of the provider that say where it works, which are asked for at synth and do not change then. */
function deploymentOf(named: Named): string {
  return remembered(DEPLOYMENTS, named, () => {
    const used = named.provider ?? defaultProviderOf(TerraformStack.of(named.construct));
    return JSON.stringify([used && argumentsOf(used, ['region', ...ACCOUNT_ARGUMENTS])]);
  });
}

/** Arguments of the provider that identify an account. */
const ACCOUNT_ARGUMENTS = [
  'allowed_account_ids',
  'assume_role',
  'assume_role_with_web_identity',
  'profile',
  'shared_credentials_files',
  'access_key',
];

/** Region and account of a provider, where its arguments name an account. */
function accountOf(provider: TerraformProvider): { region: string; account: string } | undefined {
  const [region, ...account] = argumentsOf(provider, ['region', ...ACCOUNT_ARGUMENTS]);
  if (account.every((value) => value === undefined)) return undefined;
  return { region: JSON.stringify(region), account: JSON.stringify(account) };
}

function argumentsOf(provider: TerraformProvider, names: readonly string[]): unknown[] {
  const written = (provider.toTerraform() as { provider: Record<string, [Record<string, unknown>]> }).provider;
  const [values] = written[provider.terraformResourceType];
  return names.map((name) => values[name]);
}
