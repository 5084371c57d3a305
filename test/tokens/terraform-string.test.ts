import { Fn, TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { isUnresolvedValue } from '../../src/document/check/unresolved-value';
import { terraformString } from '../../src/tokens/terraform-string';

test('templates of Terraform are taken for text, markers of tokens are left', () => {
  expect(terraformString('a ${b} %{ if } $ % $${c} ${TfToken[TOKEN.12]}')).toBe(
    'a $${b} %%{ if } $ % $$${c} ${TfToken[TOKEN.12]}',
  );
});

test('tokens of every kind are unresolved, and nothing else is', () => {
  const variable = new TerraformVariable(new TerraformStack(Testing.app(), 'stack'), 'name', {});
  const tokens = [variable.stringValue, Fn.join(',', ['a', variable.stringValue]), variable.numberValue];
  for (const token of tokens) expect(isUnresolvedValue(`x${token}y`)).toBe(true);
  for (const value of ['${a.b}', '#{x}', '-1', '-8.5e+20', '1e+299', '']) expect(isUnresolvedValue(value)).toBe(false);
});

test('a token in a text reaches Terraform as the expression it stands for', () => {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const variable = new TerraformVariable(stack, 'name', {});
  const value = `<a b="${variable.stringValue}" c="${variable.numberValue}" d="\${spring}"/>`;
  new TerraformOutput(stack, 'document', { value: terraformString(value) });
  expect(JSON.parse(Testing.synth(stack)).output.document.value).toBe(
    '<a b="${var.name}" c="${var.name}" d="$${spring}"/>',
  );
});
