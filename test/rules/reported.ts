import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { Errors } from 'cdktf-amazon-mq';

/** Builds a part of a stack. */
export type Build = (stack: TerraformStack) => void;

/** Everything that rules report about a stack, when it is made and at synth, but for what is acknowledged. */
export function reported(build: Build): string[] {
  return everythingReported(build).filter((text) => !text.includes('(acknowledged: '));
}

/** Everything that rules report about a stack, when it is made and at synth. */
export function everythingReported(build: Build): string[] {
  const stack = new TerraformStack(Testing.app(), 'messaging');
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  try {
    build(stack);
  } catch (error) {
    if (!Errors.isRuleViolationError(error)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  const errors = stack.node.findAll().flatMap(({ node }) => node.validate());
  const annotations = stack.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data)));
  return [...errors, ...annotations].filter((text) => /^\[[a-z-]+\]/.test(text));
}

/** The code at the head of a message. */
export function codeOf(message: string): string {
  return /^\[([a-z-]+)\]/.exec(message)![1];
}
