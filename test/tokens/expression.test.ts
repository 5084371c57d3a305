import { App, Fn, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { address } from '../../src/tokens/address';
import { expression, quoted } from '../../src/tokens/expression';

/** What Terraform gets of a value made from a variable. */
function written(value: (variable: TerraformVariable) => unknown): unknown {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const variable = new TerraformVariable(stack, 'name', {});
  new TerraformOutput(stack, 'it', { value: value(variable) });
  return JSON.parse(Testing.synth(stack)).output.it.value;
}

test('references stand in their gaps, as text, list, number or token of Fn', () => {
  expect(written(({ stringValue }) => expression`upper(${stringValue})`)).toBe('${upper(var.name)}');
  expect(written(({ listValue }) => expression`join("\n", ${listValue})`)).toBe('${join("\\n", var.name)}');
  expect(written(({ stringValue }) => expression`upper(${Fn.trimspace(stringValue)})`)).toBe(
    '${upper(trimspace(var.name))}',
  );
});

test('an expression within another, within a call of Fn, and within a text', () => {
  const upper = ({ stringValue }: TerraformVariable) => expression`upper(${stringValue})`;
  expect(written((variable) => expression`[${upper(variable)}][0]`)).toBe('${[upper(var.name)][0]}');
  expect(written((variable) => Fn.lower(upper(variable)))).toBe('${lower(upper(var.name))}');
  expect(written((variable) => `a-${upper(variable)}-b`)).toBe('a-${upper(var.name)}-b');
});

test('quoted text is a literal, whatever it contains', () => {
  expect(written(() => expression`upper(${quoted('a-${var.name}')})`)).toBe('${upper("a-$${var.name}")}');
  expect(written(() => expression`upper(${quoted('a "b" \\ %{c}\n')})`)).toBe('${upper("a \\"b\\" \\\\ %%{c}\\n")}');
});

test('quoted text with tokens is a template, and a token alone a reference', () => {
  expect(written(({ stringValue }) => expression`upper(${quoted(stringValue)})`)).toBe('${upper(var.name)}');
  expect(written(({ stringValue }) => expression`upper(${quoted(`a-${stringValue}`)})`)).toBe(
    '${upper("a-${var.name}")}',
  );
  expect(written(({ stringValue }) => expression`upper(${quoted(`"${stringValue}" \${x}`)})`)).toBe(
    '${upper("\\"${var.name}\\" $${x}")}',
  );
});

test('an expression of another stack is read from its state', () => {
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const from = new TerraformStack(app, 'from');
  const to = new TerraformStack(app, 'to');
  for (const stack of [from, to]) new LocalBackend(stack, {});
  const { stringValue } = new TerraformVariable(from, 'name', {});
  new TerraformOutput(to, 'it', { value: expression`upper(${stringValue})` });
  from.prepareStack();
  to.prepareStack();
  expect(JSON.parse(Testing.synth(to)).output.it.value).toMatch(
    /^\$\{upper\(data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+\)\}$/,
  );
});

test('an address is a reference without braces', () => {
  expect(written((variable) => [address(variable)])).toEqual(['var.name']);
});
