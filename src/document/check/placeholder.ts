/** Whether a value contains `${…}` or `#{…}`, which Amazon MQ drops. Tokens of Terraform CDK do not count. */
export function isPlaceholder(value: string): boolean {
  return /[$#]\{(?!TfToken\[)/.test(value);
}
