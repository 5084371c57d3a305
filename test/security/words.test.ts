import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SRC = path.join(__dirname, '../../src');

/** Where texts of our own tables become words. Foreign text never does: it is a literal. */
const FILES = [
  'document/check/check-advisories.ts',
  'document/check/check-characters.ts',
  'document/check/check-covered.ts',
  'document/check/check-destinations.ts',
  'document/check/check-message-loss.ts',
  'document/check/check-purge.ts',
  'document/check/check-start.ts',
  'document/check/check-structure.ts',
  'document/check/element-words.ts',
  'document/check/start-demands.ts',
  'document/check/unknown-names.ts',
  'plan-review/report/render-markdown.ts',
  'plan-review/reviews/ports-text.ts',
  'plan-review/reviews/review-followers.ts',
  'plan-review/reviews/review-in-use.ts',
  'plan-review/reviews/review-rejections.ts',
  'plan-review/reviews/review-ways-in.ts',
];

/** The members through which the code reads what somebody else wrote. */
const FOREIGN = /\.(?:value|literal|address|attribute|before|after|valueAfter|valueBefore|content|data)\b/;

/** What is passed to `wordsOfFact`, by file. */
function factsIn(text: string): string[] {
  const facts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'wordsOfFact')
      facts.push(node.arguments[0].getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true));
  return facts;
}

const facts = fs
  .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file: file.replaceAll(path.sep, '/'),
    facts: factsIn(fs.readFileSync(path.join(SRC, file), 'utf8')),
  }))
  .filter(({ facts: found }) => found.length > 0);

describe('texts that become words of a report', () => {
  it('are those of our own tables, in these files only', () => {
    expect(facts.map(({ file }) => file).sort()).toEqual(FILES);
  });

  it('are never read from a plan or document', () => {
    expect(facts.flatMap(({ facts: found }) => found).filter((fact) => FOREIGN.test(fact))).toEqual([]);
    expect(factsIn('wordsOfFact(attribute.value)').filter((fact) => FOREIGN.test(fact))).toHaveLength(1);
  });
});
