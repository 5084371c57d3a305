/**
 * Makes Terraform take a text as it stands: `${` and `%{` would start a template, so they are doubled, except where
 * they are markers that Terraform CDK replaces by what a token refers to.
 */
export function terraformString(text: string): string {
  return text.replace(/\$(?=\{(?!TfToken\[))|%(?=\{)/g, '$&$&');
}
