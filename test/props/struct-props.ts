import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

const SRC = path.join(__dirname, '..', '..', 'src');

/** A prop of a struct of the public interface, with its type as the source writes it. */
interface StructProp {
  readonly struct: string;
  readonly folder: string;
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** All props of all structs that the package exports, read from its source: a new prop is in it at once. */
export function structProps(): StructProp[] {
  const exported = exportsOf(path.join(SRC, 'index.ts')).filter(({ name }) => !name.endsWith('Error'));
  return exported.flatMap(({ name, file }) =>
    membersOf(file, name).map((member) => ({
      struct: name,
      folder: path.relative(SRC, file).split(path.sep)[0],
      ...member,
    })),
  );
}

function exportsOf(index: string): { name: string; file: string }[] {
  return parsed(index).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      return [];
    const file = fileOf(index, statement.moduleSpecifier as ts.StringLiteral);
    return statement.exportClause.elements.map(({ name }) => ({ name: name.text, file }));
  });
}

/** Members of a struct and of what it extends; none of a class, an enum or an interface with methods. */
function membersOf(file: string, name: string): Pick<StructProp, 'name' | 'type' | 'isRequired'>[] {
  const source = parsed(file);
  const struct = source.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === name);
  if (struct === undefined || /^I[A-Z]/.test(name)) return [];
  const inherited = (struct.heritageClauses ?? [])
    .flatMap(({ types }) => types.map(({ expression }) => expression.getText(source)))
    .flatMap((base) => membersOf(fileWith(source, file, base), base));
  const own = struct.members
    .filter(ts.isPropertySignature)
    .map((member) => ({
      name: member.name.getText(source),
      type: member.type!.getText(source),
      isRequired: member.questionToken === undefined,
    }))
    .filter((member) => !member.name.startsWith('_'));
  return [...inherited, ...own];
}

function fileWith(source: ts.SourceFile, file: string, name: string): string {
  const imported = source.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.getText(source).match(new RegExp(`\\b${name}\\b`)));
  return imported ? fileOf(file, imported.moduleSpecifier as ts.StringLiteral) : file;
}

function fileOf(from: string, { text }: ts.StringLiteral): string {
  return `${path.join(path.dirname(from), text)}.ts`;
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
}
