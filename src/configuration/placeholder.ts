/** Whether a value holds `${…}` or `#{…}`, which Amazon MQ drops; tokens of Terraform CDK are written alike. */
export function isPlaceholder(value: string): boolean {
  return /[$#]\{/.test(value);
}
