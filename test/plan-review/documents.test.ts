import { plainText } from '../../src/util/phrase';
import { type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const broker = (content = '', attributes = '') =>
  `${HEAD}<broker${attributes} xmlns="http://activemq.apache.org/schema/core">${content}</broker>`;
const DROPPED = broker('', ' color="red"');
const VALUES = { id: 'c-1', name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.19' };

/** The findings about a configuration: what a plan does to it, and what its new document has. */
function foundOf(change: ChangeByHand) {
  const before = { ...VALUES, data: broker(), ...change.before };
  const { findings } = reviewOf(planByHand({ 'aws_mq_configuration.c': { ...change, before } }));
  return new Map(
    findings.map(({ code, severity, effect, message, details }) => [
      code as string,
      { severity, effect, message: plainText(message), details: details.map(plainText) },
    ]),
  );
}

describe('the document of a configuration', () => {
  it('is not checked where it does not change', () => {
    const found = foundOf({ before: { data: DROPPED }, after: { tags: { a: 'b' } } });
    expect([...found.keys()]).toEqual(['configuration-changed-in-place']);
  });

  it('is not checked for RabbitMQ, whose documents have another form', () => {
    const found = foundOf({ before: { engine_type: 'RabbitMQ' }, after: { data: 'consumer_timeout = 1' } });
    expect([...found.keys()]).toEqual(['configuration-revised']);
  });

  it('is compared as far as it can be read', () => {
    const found = foundOf({ before: { data: '<broker' }, after: { data: broker() } });
    expect(found.get('configuration-revised')!.details).toEqual([
      'the document there is now cannot be read, so the settings are not compared',
    ]);
  });

  it('has its changes at the replacement that brings them', () => {
    const replaced = (data: string) =>
      foundOf({ action: 'replace', after: { engine_version: '5.18', data }, forcedBy: ['engine_version'] });
    const changed = replaced(broker('', ' persistent="false"'));
    expect(changed.get('configuration-replaced')!.details).toEqual(['broker: persistent not set → false']);
    expect([...changed.keys()]).not.toContain('configuration-revised');
    expect(replaced(broker('\n')).get('configuration-replaced')!.details).toEqual([]);
  });

  const HIDDEN = ['the document is sensitive: its settings are not shown'];
  it.each<[string, string, string[], string[]]>([
    ['document-syntax', '<broker><oops></broker>', ['line 1, column 15: '], []],
    ['document-dropped', DROPPED, ['unknown-attribute at /broker/@color: '], HIDDEN],
    ['document-rejected', broker('', ' start="maybe"'), ['attribute-'], HIDDEN],
    [
      'document-doubtful',
      broker('<networkConnectors><networkConnector name="a" uri="multicast://x"/></networkConnectors>'),
      ['connector-'],
      HIDDEN,
    ],
    ['configuration-revised', broker('', ' persistent="false"'), ['broker: persistent not set → false'], HIDDEN],
  ])('is not shown where it is sensitive: %s', (code, data, [beginning], hidden) => {
    const details = (sensitive: boolean) =>
      foundOf({ after: { data }, sensitive: { data: sensitive } }).get(code)!.details;
    expect(details(false)[0].startsWith(beginning)).toBe(true);
    expect(details(true)).toEqual(hidden);
  });

  const DOUBTFUL = '<networkConnectors><networkConnector name="a" uri="static:(ssl://b:61617)"/></networkConnectors>';
  const TWICE = broker(
    DOUBTFUL.replace(
      '</networkConnectors>',
      '<networkConnector name="a" uri="static:(ssl://b:61617)"/></networkConnectors>',
    ),
  );
  it.each<[string, ChangeByHand, string]>([
    ['is new', { action: 'create', after: { ...VALUES, data: broker(DOUBTFUL) } }, 'create'],
    ['comes with a replacement', { action: 'replace', after: { data: broker(DOUBTFUL) } }, 'replace'],
    ['comes with an update', { after: { data: broker(DOUBTFUL) } }, 'in-place'],
  ])('is doubtful with the effect of what is done where it %s', (_, change, effect) => {
    expect(foundOf(change).get('document-doubtful')).toMatchObject({ effect, severity: 'warning' });
  });

  it('is doubtful as an error where one of its settings is', () => {
    const found = foundOf({ after: { data: TWICE } }).get('document-doubtful')!;
    expect(found.severity).toBe('error');
    expect(found.message).toBe(`The check of its new document warns of ${found.details.length} settings.`);
    expect(found.details.length).toBeGreaterThan(1);
  });

  it('is judged by the authentication of its configuration', () => {
    const checked = (authentication_strategy: string | undefined) =>
      foundOf({ before: { authentication_strategy }, after: { data: broker('', ' persistent="false"') } })
        .get('document-doubtful')
        ?.details.map((line) => line.split(' ')[0]) ?? [];
    expect(checked('LDAP')).toContain('ldap-without-map');
    expect(checked('simple')).not.toContain('ldap-without-map');
    expect(checked(undefined)).not.toContain('ldap-without-map');
  });

  it.each<[string | undefined, string | undefined]>([
    ['5.19', undefined],
    [undefined, undefined],
    ['5.20', undefined],
    ['5.x', undefined],
    ['5.18', '5.18'],
    ['5.18.4', '5.18'],
    ['5.14', '5.15'],
  ])('is judged by the nearest version that is known: %s', (engine_version, not) => {
    const data = broker('', ' maxUncommittedCount="10"');
    const dropped = foundOf({ before: { engine_version }, after: { data } }).get('document-dropped');
    const expected = `attribute-version at /broker/@maxUncommittedCount: broker@maxUncommittedCount is permitted from engine version 5.19, not in ${not}`;
    expect(dropped?.details[0]).toBe(not === undefined ? undefined : expected);
  });
});
