import fs from 'node:fs';
import path from 'node:path';
import { type ArgumentTable } from './argument-table';
import { type Attribute, type Block, type NestedBlock, type Type } from './schema';

const BINDINGS = path.dirname(require.resolve('@cdktf/provider-aws/package.json'));

/**
 * Reads the schema of a resource or data source from the bindings that the stacks are written with, so that what is
 * simulated has the arguments of that very release of the provider. The bindings tell names, types, blocks, what is
 * required and what is only computed; the table says the rest.
 */
export function schemaFromBindings(folder: string, table: ArgumentTable): Block {
  const module = new BindingsModule(folder);
  return module.block(module.construct(), '', table);
}

interface Argument {
  readonly name: string;
  readonly property: string;
  readonly isBlock: boolean;
  readonly isList: boolean;
  readonly type: string;
  readonly storage: string;
}

const SIMPLE_TYPES: Record<string, Type> = { string: 'string', number: 'number', boolean: 'bool' };

/** Where the arguments of a struct stand in the text of the bindings, and which interface tells the required ones. */
interface StructText {
  readonly arguments: string;
  readonly interfaceName: string;
  readonly className: string;
}

class BindingsModule {
  readonly #script: string;
  readonly #types: string;

  constructor(folder: string) {
    const read = (file: string) => fs.readFileSync(path.join(BINDINGS, 'lib', folder, file), 'utf8');
    this.#script = read('index.js').replace(/\/\/# sourceMappingURL=.*/, '');
    this.#types = read('index.d.ts');
  }

  construct(): StructText {
    const [, className] = matchOf(
      this.#script,
      /class (\w+) extends cdkt[fn]\.Terraform(?:Resource|DataSource|Provider) /,
    );
    return {
      arguments: this.#script.slice(this.#script.indexOf('synthesizeHclAttributes() {')),
      interfaceName: `${className}Config`,
      className,
    };
  }

  block(struct: StructText, prefix: string, table: ArgumentTable): Block {
    const required = this.#required(struct.interfaceName);
    const attributes: Attribute[] = [];
    const blocks: NestedBlock[] = [];
    for (const argument of argumentsOf(struct.arguments)) {
      const {
        computed = false,
        sensitive = false,
        asAttribute = false,
        maxItems,
      } = table[prefix + argument.name] ?? {};
      const isRequired = required.has(argument.property);
      if (argument.isBlock && !asAttribute) {
        blocks.push({
          name: argument.name,
          nesting: argument.type === 'struct' ? 'single' : (argument.type as 'list' | 'set'),
          required: isRequired,
          maxItems: maxItems ?? (argument.isList || argument.type === 'struct' ? 0 : 1),
          block: this.block(this.#struct(argument.storage), `${prefix}${argument.name}.`, table),
        });
      } else {
        attributes.push({
          name: argument.name,
          type: this.#typeOf(argument),
          required: isRequired,
          optional: !isRequired,
          computed: computed || (prefix === '' && argument.name === 'id' && !isRequired),
          sensitive,
        });
      }
    }
    for (const [name, type] of Object.entries(this.#computedOnly(struct.className)))
      attributes.push({
        name,
        type,
        required: false,
        optional: false,
        computed: true,
        sensitive: table[prefix + name]?.sensitive ?? false,
      });
    return { attributes, blocks };
  }

  #struct(storage: string): StructText {
    const name = storage.replace(/List$/, '');
    const start = this.#script.indexOf(`function ${name[0].toLowerCase()}${name.slice(1)}ToHclTerraform(struct)`);
    if (start < 0) throw new Error(`the bindings have no struct ${name}`);
    return {
      arguments: this.#script.slice(start, this.#script.indexOf('\n}\n', start)),
      interfaceName: name,
      className: `${name}OutputReference`,
    };
  }

  #typeOf({ type, storage, isBlock }: Argument): Type {
    if (isBlock) {
      const { attributes } = this.block(this.#struct(storage), '', {});
      return [type as 'list' | 'set', ['object', Object.fromEntries(attributes.map((a) => [a.name, a.type]))]];
    }
    if (type === 'simple') return SIMPLE_TYPES[storage];
    return [type as 'list' | 'set' | 'map', SIMPLE_TYPES[storage.replace(/List$|Map$/, '')]];
  }

  #required(interfaceName: string): Set<string> {
    const found = new RegExp(`export interface ${interfaceName}(?: extends [^{]*)? \\{([^]*?)\\n\\}`).exec(this.#types);
    return new Set([...(found?.[1] ?? '').matchAll(/readonly (\w+):/g)].map(([, property]) => property));
  }

  /** What the class can be asked for, but not given. */
  #computedOnly(className: string): Record<string, Type> {
    const start = this.#script.indexOf(`class ${className} extends `);
    if (start < 0) return {};
    const body = this.#script.slice(start, this.#script.indexOf('\n}\n', start));
    const types: Record<string, Type> = {};
    for (const [, property, expression] of body.matchAll(/get (\w+)\(\) \{\s+return ([^;]*);/g)) {
      if (property.endsWith('Input') || body.includes(`get ${property}Input()`)) continue;
      const simple =
        /this\.get(String|Number|Boolean|List|NumberList|StringMap|BooleanMap|NumberMap)Attribute\('(\w+)'\)/.exec(
          expression,
        );
      if (simple) {
        types[simple[2]] = getterType(simple[1], expression.includes('Fn.tolist'));
        continue;
      }
      const field = expression.replace('this.', '\\b');
      const map = new RegExp(`${field} = new cdkt[fn]\\.(String|Number|Boolean)Map\\(this, "(\\w+)"`).exec(body);
      if (map) types[map[2]] = getterType(`${map[1]}Map`, false);
      const complex = new RegExp(`${field} = new (\\w+)\\(this, "(\\w+)"(, true)?`).exec(body);
      if (complex) {
        const element = this.#computedOnly(complex[1].replace(/List$/, 'OutputReference'));
        types[complex[2]] = [complex[3] ? 'set' : 'list', ['object', element]];
      }
    }
    return types;
  }
}

function getterType(getter: string, isSet: boolean): Type {
  if (getter.endsWith('List')) return [isSet ? 'set' : 'list', getter === 'List' ? 'string' : 'number'];
  if (getter.endsWith('Map')) return ['map', SIMPLE_TYPES[getter.replace('Map', '').toLowerCase()]];
  return SIMPLE_TYPES[getter.toLowerCase()];
}

function argumentsOf(code: string): Argument[] {
  const pattern =
    /(\w+): \{\s+value: (.*),\s+isBlock: (true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)",\s+\}/g;
  return [...code.matchAll(pattern)].map(([, name, value, isBlock, type, storage]) => ({
    name,
    property: matchOf(value, /(?:struct\.|this\._)(\w+)/)[1],
    isBlock: isBlock === 'true',
    isList: /^cdkt[fn]\.listMapperHcl/.test(value),
    type,
    storage,
  }));
}

function matchOf(code: string, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(code);
  if (!found) throw new Error(`the bindings are not of the expected form: no ${pattern}`);
  return found;
}
