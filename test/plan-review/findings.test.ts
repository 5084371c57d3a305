import { compareFindings, Findings } from '../../src/plan-review/findings/finding';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { Secrets } from '../../src/plan-review/plan/secrets';
import { ownWords, phrase, plainText } from '../../src/util/phrase';
import { planByHand } from './plan-fixture';

const BROKER = { address: 'aws_mq_broker.orders', type: 'aws_mq_broker' };

/** Changes at these addresses. */
const changesOf = (...addresses: string[]) =>
  readPlan(Buffer.from(JSON.stringify(planByHand(Object.fromEntries(addresses.map((address) => [address, {}]))))))
    .changes;

function findings() {
  return new Findings('messaging', new Secrets());
}

describe('the findings of a stack', () => {
  it('are one for each code at an address, even with one effect', () => {
    const found = findings();
    found.add(BROKER, { code: 'public-access', message: ownWords('Public.') });
    found.add(BROKER, { code: 'audit-log-off', message: ownWords('Unseen.') });
    expect(found.list().map(({ code, effect }) => `${effect} ${code}`)).toEqual([
      'exposure public-access',
      'exposure audit-log-off',
    ]);
  });

  it('join what was observed under one code, with the worst severity and effect', () => {
    const found = findings();
    const code = 'document-doubtful';
    found.add(BROKER, { code, effect: 'create', severity: 'info', attributes: ['b'], message: ownWords('One.') });
    found.add(BROKER, { code, effect: 'replace', severity: 'error', attributes: ['a'], message: ownWords('Two.') });
    const [{ message, ...finding }, ...others] = found.list();
    expect(others).toEqual([]);
    expect(plainText(message)).toBe('One. Two.');
    expect(finding).toMatchObject({ effect: 'replace', severity: 'error', attributes: ['a', 'b'] });
  });

  it.each([
    ['first', 0],
    ['last', 1],
  ])('have the worst effect and severity where the %s observation has them', (_which, place) => {
    const found = findings();
    const mild = { effect: 'create', severity: 'info' } as const;
    const worst = { effect: 'replace', severity: 'error' } as const;
    for (const weight of place === 0 ? [worst, mild] : [mild, worst]) {
      found.add(BROKER, { code: 'document-doubtful', ...weight, message: ownWords('So it is.') });
    }
    expect(found.list()).toMatchObject([worst]);
  });

  it('name each cause once, without its secrets, the nearest first', () => {
    const secrets = new Secrets();
    secrets.add('Planted-Secret-1');
    const found = new Findings('messaging', secrets);
    const causes = changesOf('aws_subnet.z', 'aws_subnet.a["Planted-Secret-1"]');
    found.add(BROKER, { code: 'broker-replaced', message: ownWords('Replaced.'), causedBy: causes });
    found.add(BROKER, { code: 'broker-replaced', message: ownWords('Again.'), causedBy: [causes[0]] });
    expect(found.list()[0].causedBy).toEqual(['aws_subnet.z', 'aws_subnet.a["(sensitive)"]']);
  });

  it('have no remedy, arguments, details or causes that no observation has', () => {
    const found = findings();
    found.add(BROKER, { code: 'broker-replaced', message: ownWords('Replaced.') });
    expect(found.list()).toMatchObject([{ remedy: [], attributes: [], details: [], causedBy: [] }]);
  });

  it('show the effects at an address each once, the worst first, and none where nothing was observed', () => {
    const found = findings();
    found.add(BROKER, { code: 'broker-changed-in-place', message: ownWords('Changed.') });
    found.add(BROKER, { code: 'public-access', message: ownWords('Public.') });
    found.add(BROKER, { code: 'audit-log-off', message: ownWords('Unseen.') });
    found.add(BROKER, { code: 'broker-replaced', message: ownWords('Replaced.') });
    expect(found.effectsOf(BROKER)).toEqual(['replace', 'exposure', 'in-place']);
    expect(found.effectsOf({ ...BROKER, address: 'aws_mq_broker.billing' })).toEqual([]);
  });

  it('have the first effect and the severity of their kind unless an observation says otherwise', () => {
    const found = findings();
    found.add(BROKER, { code: 'broker-replaced', message: ownWords('Replaced.') });
    expect(found.list()).toMatchObject([{ effect: 'replace', severity: 'error' }]);
  });

  it('keep a deposed object apart from the object at its address', () => {
    const found = findings();
    found.add(BROKER, { code: 'broker-deleted', message: ownWords('Gone.') });
    found.add({ ...BROKER, deposed: '12ab34cd' }, { code: 'broker-deleted', message: ownWords('Gone.') });
    expect(found.list().map(({ address }) => address)).toEqual([
      'aws_mq_broker.orders',
      'aws_mq_broker.orders (deposed 12ab34cd)',
    ]);
    expect(found.effectsOf(BROKER)).toEqual(['delete']);
  });

  it('do not compile with a code that no record has', () => {
    const found = findings();
    // @ts-expect-error no kind of finding has this code
    const add = () => found.add(BROKER, { code: 'no-such-code', message: phrase`x` });
    expect(add).not.toThrow();
  });

  it('are sorted by severity, then by effect, then by address', () => {
    const found = findings();
    const add = (address: string, code: Parameters<Findings['add']>[1]['code']) =>
      found.add({ address, type: 'aws_mq_broker' }, { code, message: ownWords('It is so.') });
    add('c', 'audit-log-off');
    add('b', 'public-access');
    add('z', 'broker-replaced');
    add('a', 'public-access');
    expect(
      found
        .list()
        .sort(compareFindings)
        .map(({ address }) => address),
    ).toEqual(['z', 'a', 'b', 'c']);
  });
});
