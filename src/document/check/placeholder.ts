/** Whether a value holds `${…}` or `#{…}`, which Amazon MQ drops; markers of Terraform CDK's tokens are none. */
export function isPlaceholder(value: string): boolean {
  return /[$#]\{(?!TfToken\[)/.test(value);
}
