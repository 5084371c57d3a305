import { checkTemplate } from '../../../src/document/check/check-template';
import { isTemplate, readTemplate } from '../../../src/document/check/read-template';
import { plainText } from '../../../src/util/phrase';

const OPTIONS = { engineVersion: '5.19', authenticationStrategy: 'simple' } as const;
const broker = (content: string, attributes = ''): string =>
  `<broker xmlns="http://activemq.apache.org/schema/core"${attributes}>${content}</broker>`;
const found = (text: string): string[] =>
  checkTemplate(text, OPTIONS).map(({ code, line, column }) => `${line}:${column} ${code}`);
const policies = (content: string): string =>
  broker(`\n<destinationPolicy><policyMap><policyEntries>${content}</policyEntries></policyMap></destinationPolicy>`);

describe('a template', () => {
  test.each([
    ['an unknown value', policies('<policyEntry queue="${name}" memoryLimit="${limit}mb"/>')],
    ['an expression with quotes and braces', policies('<policyEntry queue="${join(",", [for q in x : "${q}.>"])}"/>')],
    [
      'a condition within a value',
      policies('<policyEntry queue="a" useCache="%{ if x }true%{ else }false%{ endif }"/>'),
    ],
    ['unknown content', broker('<networkConnectors>${connectors}</networkConnectors>')],
    [
      'unknown content of what must not be empty',
      policies('<policyEntry queue="a"><deadLetterStrategy>${dlq}</deadLetterStrategy></policyEntry>'),
    ],
    ['unknown attributes', policies('<policyEntry ${attributes}/>')],
    [
      'unknown attributes of what needs some',
      broker('<networkConnectors><networkConnector ${attributes}/></networkConnectors>'),
    ],
    [
      'unknown attributes of a broker that needs a scheduler',
      broker('<plugins><redeliveryPlugin/></plugins>', ' ${attributes}'),
    ],
    [
      'unknown attributes of what loses what it does not match',
      broker(
        '<destinationInterceptors><virtualDestinationInterceptor><virtualDestinations><virtualTopic name="v"/><compositeQueue name="a" ${attributes}><forwardTo><filteredDestination queue="b" selector="a = 1"/></forwardTo></compositeQueue></virtualDestinations></virtualDestinationInterceptor></destinationInterceptors>',
      ),
    ],
    [
      'unknown content of what needs some',
      broker('<plugins><authorizationPlugin>${map}</authorizationPlugin></plugins>'),
    ],
    [
      'unknown attributes of what loses messages by default',
      broker('<plugins><forcePersistencyModeBrokerPlugin ${attributes}/></plugins>'),
    ],
    ['an unknown namespace', '<broker xmlns="${namespace}"><destinations/></broker>'],
    ['an unknown name', policies('<policyEntry queue="a" ${name}="1"/>')],
    [
      'two branches with one queue',
      policies('%{ if x }<policyEntry queue="a"/>%{ else }<policyEntry queue="a" useCache="true"/>%{ endif }'),
    ],
    ['a loop', policies('%{ for q in queues ~}<policyEntry queue="${q}"/>%{ endfor ~}')],
    ['attributes of a loop', policies('<policyEntry %{ for k, v in x }${k}="${v}" %{ endfor }/>')],
    [
      'two conditions that exclude each other',
      policies('%{ if x }<policyEntry queue="a"/>%{ endif }%{ if !x }<policyEntry queue="a"/>%{ endif }'),
    ],
    ['a directive in a comment', broker('<!-- %{ if x } " %{ endif } -->')],
  ])('with %s has no finding about the template but one', (_what, text) => {
    expect(found(text)).toEqual(['1:1 template']);
  });

  test.each([
    [
      'beside an unknown value',
      policies('<policyEntry queue="${a}" queuePrefech="1"/>'),
      'queuePrefech',
      'unknown-attribute',
    ],
    [
      'in the first branch',
      policies('%{ if x }<policyEntry queue="a" b="1"/>%{ else }<policyEntry queue="a"/>%{ endif }'),
      'b="1"',
      'unknown-attribute',
    ],
    [
      'in the second branch',
      policies('%{ if x }<policyEntry queue="a"/>%{ else }<policyEntry queue="a" b="1"/>%{ endif }'),
      'b="1"',
      'unknown-attribute',
    ],
    [
      'in the second branch of a condition within a first one',
      policies(
        '%{ if x }%{ if y }<policyEntry queue="a"/>%{ else }<policyEntry queue="a" b="1"/>%{ endif }%{ else }<policyEntry queue="c"/>%{ endif }',
      ),
      'b="1"',
      'unknown-attribute',
    ],
    [
      'in one of two conditions',
      policies('%{ if x }<policyEntry queue="a" b="1"/>%{ endif }%{ if !x }<policyEntry queue="a"/>%{ endif }'),
      'b="1"',
      'unknown-attribute',
    ],
    ['in a loop', policies('%{ for q in x }<policyEntry topic="#"/>%{ endfor }'), 'topic=', 'bean-reference'],
    [
      'of a text, and nothing about the content that Terraform fills in beside it',
      policies(
        '<policyEntry queue="a"><deadLetterStrategy>words<!-- -->${strategy}</deadLetterStrategy></policyEntry>',
      ),
      'words',
      'text',
    ],
    ['of a placeholder that Terraform leaves', policies('<policyEntry queue="$${a}"/>'), 'queue=', 'placeholder'],
  ])('keeps the finding %s, at its place', (_what, text, place, code) => {
    const column = text.split('\n')[1].indexOf(place) + 1;
    expect(found(text)).toEqual(['1:1 template', `2:${column} ${code}`]);
  });

  test('is quoted as it is written', () => {
    const [, finding] = checkTemplate(policies('<policyEntry topic="#${x}"/>'), OPTIONS);
    expect(plainText(finding.message)).toContain('got "#${…}"');
    expect(plainText(finding.remedy ?? [])).toBe('write "##${…}" for a text that begins with #');
  });

  test('whose blocks cannot be followed is not checked', () => {
    const [finding, ...others] = checkTemplate(broker('%{ if x }<plugins>%{ endif }'), OPTIONS);
    expect(others).toEqual([]);
    expect(plainText(finding.message)).toContain('cannot be followed as XML');
  });

  test('with a bare "&" is an error, whatever its blocks', () => {
    expect(() => checkTemplate(broker('%{ if x }<plugins>\n<a b="😀&c"/>%{ endif }'), OPTIONS)).toThrow('&amp;');
  });

  test('whose blocks do not match is an error, as it is for Terraform', () => {
    expect(() => checkTemplate(broker('\n%{ for q in x ~}'), OPTIONS)).toThrow(
      'line 2, column 1: %{ for … } is never closed; write %{ endfor } where it ends',
    );
    expect(() => checkTemplate(broker('%{ if x }%{ endfor }'), OPTIONS)).toThrow('%{ endfor } is in no %{ for … };');
    expect(() => checkTemplate(broker('%{ endif }'), OPTIONS)).toThrow('%{ endif } is in no %{ if … };');
    expect(() => checkTemplate(broker('%{ else }'), OPTIONS)).toThrow('%{ else } is in no %{ if … };');
    expect(() => checkTemplate(broker('%{ if x }%{ else }\n%{ else }%{ endif }'), OPTIONS)).toThrow(
      'line 2, column 1: this is a second %{ else } of one %{ if … }; remove it',
    );
  });

  test.each(['foreach q in x', 'elseif x', 'constructor', '~ end ~'])('with %{ %s } is an error', (directive) => {
    expect(() => checkTemplate(broker(`%{${directive}}`), OPTIONS)).toThrow(
      /is not a directive of Terraform; write if, else, endif, for or endfor$/,
    );
  });

  test('that fills in what is around the root is checked', () => {
    expect(found('${declaration}\n' + broker('<plugins/>') + '${end}')).toEqual(['1:1 template']);
    const [finding, ...others] = checkTemplate('${document}\n', OPTIONS);
    expect(others).toEqual([]);
    expect(plainText(finding.message)).toBe('Terraform fills in the whole document, so nothing is checked');
  });

  test.each(['', ' \n'])('without anything in it is an error: %j', (text) => {
    expect(() => checkTemplate(text, OPTIONS)).toThrow('no element; a configuration document is one <broker> element');
  });

  test('without blocks that is not well-formed is an error', () => {
    expect(() => checkTemplate(broker('<plugins>${x}'), OPTIONS)).toThrow('<plugins>');
  });

  test('is known by its directives, not by a value or an escaped directive', () => {
    expect(['%{ if x }', '%{~ for a in b ~}', '%{endif}'].map(isTemplate)).toEqual([true, true, true]);
    expect(['${x}', '%%{ if x }', '%{x}', ''].map(isTemplate)).toEqual([false, false, false, false]);
  });

  test('keeps every place: each text is as long, and has the same lines', () => {
    const text = policies('\n%{ if x }\n<policyEntry queue="${\n a }"/>\n%{ else }\n<b/>%{ endif }\n');
    for (const one of readTemplate(text).texts) {
      expect(one).toHaveLength(text.length);
      expect(one.split('\n').map(({ length }) => length)).toEqual(text.split('\n').map(({ length }) => length));
    }
  });
});

test('findings of all branches come in the order of their columns', () => {
  const branches = '%{ if x }<policyEntry queue="a" b="1"/>%{ else }<policyEntry queue="a" b="1"/>%{ endif }';
  const columns = found(policies(`${branches}<policyEntry queue="b" c="1"/><policyEntry queue="c" d="1"/>`)).slice(1);
  expect(columns).toHaveLength(4);
  expect(columns.map((one) => Number(/:(\d+)/.exec(one)![1]))).toEqual(
    columns.map((one) => Number(/:(\d+)/.exec(one)![1])).sort((a, b) => a - b),
  );
});

test('findings of all branches come in the order of their places', () => {
  const branches = '%{ if x }<policyEntry queue="a"/>%{ else }<policyEntry queue="a" one="1" two="2"/>%{ endif }';
  expect(found(policies(`${branches}\n<policyEntry queue="b" three="3"/>`))).toEqual([
    '1:1 template',
    '2:111 unknown-attribute',
    '2:119 unknown-attribute',
    '3:24 unknown-attribute',
  ]);
});
