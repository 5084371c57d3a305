import { compareText } from '../util/compare';
import { objectOf } from '../util/json';
import { lookup } from '../util/lookup';
import { type Need, type Needs, type Phase } from './need';
import { DATA_SOURCE_NEEDS, RESOURCE_NEEDS } from './needs';
import { type Block, firstOf, literalText, type SynthesizedStack } from './synthesized-stack';

/** A policy of IAM, as JSON has it. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Need['condition'];
}

/** The phases that a policy allows, and the account and provider that it is for. */
export interface PolicyRequest {
  readonly phases: readonly Phase[];
  /** The account, where the stack does not say it. */
  readonly account?: string;
  /** The provider configuration whose role gets the policy; absent for all of the stack. */
  readonly provider?: string;
}

/** An action on a resource, under a condition. */
interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly condition?: Need['condition'];
}

/** What a block needs; undefined for a type of the AWS provider that the table does not have. */
export function needsOf({ kind, type }: Block): Needs | undefined {
  return lookup(kind === 'resource' ? RESOURCE_NEEDS : DATA_SOURCE_NEEDS, type);
}

/** Addresses of what the table does not know: nobody can say what Terraform calls for it. */
export function unknownBlocks({ blocks }: SynthesizedStack, { provider }: PolicyRequest): string[] {
  return blocks
    .filter((block) => block.type.startsWith('aws_') && (provider === undefined || block.provider === provider))
    .filter((block) => needsOf(block) === undefined)
    .map(({ kind, type, name }) => `${kind === 'data' ? 'data.' : ''}${type}.${name}`);
}

/** The least policy with which Terraform does to some stacks what is requested. */
export function policyOf(stacks: readonly SynthesizedStack[], request: PolicyRequest): Policy {
  const permissions = stacks.flatMap((stack) =>
    stack.blocks
      .filter(({ provider }) => request.provider === undefined || provider === request.provider)
      .flatMap((block) => permissionsOf(stack, block, request)),
  );
  return { Version: '2012-10-17', Statement: statementsOf(permissions) };
}

function permissionsOf(stack: SynthesizedStack, block: Block, request: PolicyRequest): Permission[] {
  const needs = needsOf(block);
  if (needs === undefined) return [];
  const phases = new Set<Phase>(['plan', ...request.phases]);
  return [...phases]
    .flatMap((phase) => needs[phase])
    .filter((need) => isNeeded(stack, block, need))
    .flatMap((need) => {
      const resource = resourceOf(stack, block, needs, need, request.account);
      return need.actions.map((action) => ({ action, resource, condition: need.condition }));
    });
}

/** Tags come from the provider as well. */
function isNeeded(stack: SynthesizedStack, block: Block, { with: argument, of }: Need): boolean {
  if (argument === 'tags' && stack.provider(block.provider).hasDefaultTags) return true;
  return [argument, of].every((path) => path === undefined || argumentOf(block, path) !== undefined);
}

function resourceOf(stack: SynthesizedStack, block: Block, needs: Needs, need: Need, account?: string): string {
  if (need.of === undefined) return arnOf(stack, block, need.on ?? needs.arn, account);
  const value = argumentOf(block, need.of);
  const referred = stack.referred(value);
  if (referred === undefined) return literalArn(value) ?? arnOf(stack, block, needs.arn, account);
  return arnOf(stack, referred, needsOf(referred)?.arn ?? '*', account);
}

function literalArn(value: unknown): string | undefined {
  const text = literalText(value);
  return text?.startsWith('arn:') ? text : undefined;
}

function arnOf(stack: SynthesizedStack, block: Block, pattern: string, givenAccount?: string): string {
  if (pattern === '*') return '*';
  const { region, account = givenAccount } = stack.provider(block.provider);
  const filled = pattern.replaceAll(/\{([a-z_]+)(?:\|([a-z_]+))?\}/g, (_, name: string, prefix?: string) => {
    if (name === 'region') return region ?? '*';
    if (name === 'account') return account ?? '*';
    const value = literalText(argumentOf(block, name));
    if (value !== undefined) return value;
    return `${literalText(prefix && argumentOf(block, prefix)) ?? ''}*`;
  });
  return `arn:${partitionOf(region)}:${filled.replace('//', '/')}`;
}

function partitionOf(region: string | undefined): string {
  if (region === undefined) return '*';
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** An argument of a block by its path; of a list of blocks the first. */
function argumentOf(block: Block, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => objectOf(firstOf(value))[name], block.arguments);
}

/** One statement for what is allowed on the same resources under the same condition. */
function statementsOf(permissions: readonly Permission[]): Statement[] {
  const resourcesByAction = new Map<string, { readonly permission: Permission; readonly resources: Set<string> }>();
  for (const permission of permissions) {
    const id = JSON.stringify([permission.action, permission.condition]);
    const group = resourcesByAction.get(id) ?? { permission, resources: new Set<string>() };
    group.resources.add(permission.resource);
    resourcesByAction.set(id, group);
  }
  const actionsByResources = new Map<string, { readonly condition: Need['condition']; readonly actions: string[] }>();
  for (const { permission, resources } of resourcesByAction.values()) {
    const whole = resources.has('*') ? ['*'] : [...resources].sort(compareText);
    const id = JSON.stringify([whole, permission.condition]);
    const group = actionsByResources.get(id) ?? { condition: permission.condition, actions: [] };
    group.actions.push(permission.action);
    actionsByResources.set(id, group);
  }
  return [...actionsByResources]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { actions, condition }]): Statement => {
      const [resources] = JSON.parse(id) as [string[]];
      return {
        Effect: 'Allow',
        Action: actions.sort(compareText),
        Resource: resources.length === 1 ? resources[0] : resources,
        ...(condition && { Condition: condition }),
      };
    });
}
