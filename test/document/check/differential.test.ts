import { checkStructure } from '../../../src/document/check/check-structure';
import { type DocumentRuleCode } from '../../../src/document/check/document-rules';
import { FindingList } from '../../../src/document/check/finding-list';
import { PERMITTED } from '../../../src/document/schema/permitted-table';
import { DocumentSyntaxError } from '../../../src/document/xml/document-syntax-error';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { missingSchemas, schemaFile } from '../../../tools/schemas/schema-folder';
import { describeLevel } from '../../support/level';
import { EDGE_VALUES, generateMarkup } from './differential/generate-markup';
import { DEPARTURES, Libxml2 } from './differential/libxml2';
import { type Markup, markupText } from './differential/markup';
import { mutateMarkup } from './differential/mutate-markup';
import { Random } from './differential/random';
import { shrinkMarkup } from './differential/shrink-markup';
import { hasJavaCompiler, Xerces } from './differential/xerces';

const schemas = Object.fromEntries(
  Object.entries(PERMITTED.schemas).map(([version, schema]) => [version, schemaFile(schema)]),
);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? (process.env.CI ? Date.now() % 1_000_000 : 1));
const count = Number(process.env.DIFFERENTIAL_DOCUMENTS ?? (process.env.CI ? 20_000 : 2_000));

const missing = missingSchemas() ?? (hasJavaCompiler() ? undefined : 'javac is not on the PATH: install a JDK');

/** Findings that each must be the only one in some document, or nothing would show that the check needs them. */
const NEEDED_CODES: readonly DocumentRuleCode[] = [
  'attribute-choice',
  'attribute-range',
  'attribute-type',
  'attribute-version',
  'connector-name',
  'duplicate-value',
  'element-version',
  'foreign-namespace',
  'misplaced-element',
  'not-offered',
  'text',
  'too-few-children',
  'too-many-children',
  'unknown-attribute',
  'unknown-element',
  'white-space',
];

/** What ActiveMQ cannot read, and the schemas allow. */
const BEYOND_SCHEMA: DocumentRuleCode = 'attribute-unreadable';

/** The errors that the check finds of what the schemas are about; the parser's words where a text is not well-formed. */
function errorsIn(version: string, text: string): string[] {
  try {
    const source = parseXml(text);
    const findings = new FindingList();
    checkStructure(source.root, { engineVersion: version, authenticationStrategy: 'simple' }, findings);
    return findings
      .placedIn(source)
      .filter(({ severity, code }) => severity === 'error' && code !== BEYOND_SCHEMA)
      .map(({ code }) => code);
  } catch (error) {
    if (error instanceof DocumentSyntaxError) return [error.message];
    throw error;
  }
}

function isDeparture(text: string): boolean {
  return Object.values(DEPARTURES).some((pattern) => pattern.test(text));
}

const POLICY = ['plugins', 'redeliveryPlugin', 'redeliveryPolicyMap', 'redeliveryPolicyMap', 'defaultEntry'];

function inRedeliveryPolicy(attribute: string): string {
  const opened = POLICY.map((name) => `<${name}>`).join('');
  return `<broker xmlns="http://activemq.apache.org/schema/core">${opened}<redeliveryPolicy ${attribute}`;
}
inRedeliveryPolicy.end = `"/>${[...POLICY]
  .reverse()
  .map((name) => `</${name}>`)
  .join('')}</broker>`;

describeLevel('the check and Xerces with the schemas of AWS', missing, () => {
  let xerces: Xerces;
  let libxml2: Libxml2;
  beforeAll(() => {
    xerces = new Xerces(schemas);
    libxml2 = new Libxml2(schemas);
  });
  afterAll(() => Promise.all([xerces.close(), libxml2.close()]));

  const disagrees = async (version: string, root: Markup): Promise<boolean> => {
    const text = markupText(root);
    return (errorsIn(version, text).length === 0) !== ((await xerces.verdict(version, text)) === 'ok');
  };

  test(`agree on ${count} documents, seed ${seed}`, async () => {
    const random = new Random(seed);
    const verdicts = { ok: 0, refused: 0 };
    const foundAlone = new Set<string>();
    const disagreements: { version: string; root: Markup }[] = [];
    const secondOpinions: string[] = [];
    const judge = async (): Promise<void> => {
      const versions = Object.keys(schemas);
      const version = random.pick(random.chance(0.7) ? ['5.18', '5.19'] : versions);
      const root = generateMarkup(random, random.chance(0.8) ? version : random.pick(versions));
      if (random.chance(0.75)) mutateMarkup(random, root);
      const text = markupText(root);
      const [byXerces, byLibxml2] = await Promise.all([xerces.verdict(version, text), libxml2.verdict(version, text)]);
      const theirs = byXerces === 'ok';
      if ((byLibxml2 === 'ok') !== theirs && !isDeparture(text)) {
        secondOpinions.push(`${version}: ${text}\nXerces: ${byXerces}\nlibxml2: ${byLibxml2}`);
      }
      const errors = errorsIn(version, text);
      if ((errors.length === 0) !== theirs) disagreements.push({ version, root });
      if (errors.length === 1) foundAlone.add(errors[0]);
      verdicts[theirs ? 'ok' : 'refused']++;
    };
    for (let left = count; left > 0; left -= 100) {
      await Promise.all(Array.from({ length: Math.min(100, left) }, judge));
    }

    const reports: string[] = [];
    for (const { version, root } of disagreements.slice(0, 5)) {
      const text = markupText(await shrinkMarkup(root, (smaller) => disagrees(version, smaller)));
      const theirs = await xerces.verdict(version, text);
      reports.push(`${version}: ${text}\nXerces: ${theirs}\nhere: ${errorsIn(version, text).join(', ') || 'ok'}`);
    }
    expect(reports.join('\n\n')).toBe('');
    expect(secondOpinions.slice(0, 5).join('\n\n')).toBe('');
    expect(Math.min(verdicts.ok, verdicts.refused)).toBeGreaterThan(count / 5);
    if (count >= 10_000) expect(NEEDED_CODES.filter((code) => !foundAlone.has(code))).toEqual([]);
  }, 600_000);

  test('agree on every value at the edge of its type, where libxml2 departs as named', async () => {
    const places: [type: string, before: string, after: string][] = [
      ['boolean', '<broker xmlns="http://activemq.apache.org/schema/core" useVirtualTopics="', '"/>'],
      ['integer', '<broker xmlns="http://activemq.apache.org/schema/core" taskRunnerPriority="', '"/>'],
      ['long', '<broker xmlns="http://activemq.apache.org/schema/core" offlineDurableSubscriberTimeout="', '"/>'],
      ['short', inRedeliveryPolicy('collisionAvoidancePercent="'), inRedeliveryPolicy.end],
      ['double', inRedeliveryPolicy('backOffMultiplier="'), inRedeliveryPolicy.end],
    ];
    const departures: string[] = [];
    for (const [type, before, after] of places) {
      for (const value of new Set(Object.values(EDGE_VALUES).flat())) {
        const text = before + value + after;
        const theirs = await xerces.verdict('5.19', text);
        expect([type, value, errorsIn('5.19', text).length === 0]).toEqual([type, value, theirs === 'ok']);
        if (((await libxml2.verdict('5.19', text)) === 'ok') !== (theirs === 'ok')) departures.push(`${type} ${value}`);
      }
    }
    expect(departures).toEqual(['double 1e']);
  }, 60_000);
});
