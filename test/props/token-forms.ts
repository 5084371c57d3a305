import { Fn, TerraformVariable, Token } from 'cdktf';
import { type Construct } from 'constructs';

/** A value that Terraform CDK gives for a variable, in one of its encodings. */
type TokenForm = (variable: TerraformVariable) => unknown;

/** Each form in which Terraform CDK gives a token, by the type of the prop that takes it. */
export const TOKEN_FORMS: Readonly<Record<string, Readonly<Record<string, TokenForm>>>> = {
  string: {
    stringValue: (variable) => variable.stringValue,
    value: (variable) => variable.value,
    'a call of Fn': (variable) => Fn.lower(variable.value),
    'Token.asString': (variable) => Token.asString(variable.value),
    'a part of a text': (variable) => `a-${variable.stringValue}`,
    'an item of a list': (variable) => Fn.element(variable.value, 0),
  },
  number: {
    numberValue: (variable) => variable.numberValue,
    value: (variable) => variable.value,
    stringValue: (variable) => variable.stringValue,
    'a call of Fn': (variable) => Fn.lengthOf(variable.value),
    'Token.asNumber': (variable) => Token.asNumber(variable.value),
  },
  boolean: {
    booleanValue: (variable) => variable.booleanValue,
    value: (variable) => variable.value,
    stringValue: (variable) => variable.stringValue,
    'a call of Fn': (variable) => Fn.tobool(variable.value),
  },
  'string[]': {
    listValue: (variable) => variable.listValue,
    value: (variable) => variable.value,
    stringValue: (variable) => variable.stringValue,
    'a call of Fn': (variable) => Fn.concat([variable.value, variable.value]),
    'Token.asList': (variable) => Token.asList(variable.value),
    'a list with tokens': (variable) => [variable.stringValue, Token.asString(Fn.lower(variable.value))],
    'a list with bare tokens': (variable) => [variable.value, Fn.upper(variable.value)],
    'a list with the items of a token': (variable) => [variable.stringValue, ...variable.listValue],
  },
  'Record<string, string>': {
    'Token.asStringMap': (variable) => Token.asStringMap(variable.value),
    value: (variable) => variable.value,
    stringValue: (variable) => variable.stringValue,
    'Fn.merge': (variable) => Fn.merge([{ team: 'shop' }, variable.value]),
    'a map with a token': (variable) => ({ team: variable.stringValue }),
    'a map with a bare token': (variable) => ({ team: variable.value }),
    'a map with a key that is a token': (variable) => ({ [variable.stringValue]: 'shop' }),
    'a map with the entries of a token': (variable) => ({ team: 'shop', ...Token.asStringMap(variable.value) }),
  },
};

/** A variable whose name is found again in what is synthesized. */
export function variableIn(scope: Construct): TerraformVariable {
  const variable = new TerraformVariable(scope, 'given', {});
  variable.overrideLogicalId('given');
  return variable;
}
