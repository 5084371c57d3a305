import {
  joinSentences,
  listOfLiterals,
  mapLiterals,
  ownWords,
  type Phrase,
  phrase,
  plainText,
  wordsOfFact,
} from '../../src/util/phrase';

const foreign: string = '${from a plan}';

describe('phrase', () => {
  it('keeps a string that is put in apart from its words', () => {
    expect(phrase`broker ${foreign} is replaced`).toEqual(['broker ', { literal: foreign }, ' is replaced']);
  });

  it('makes numbers and phrases part of its words', () => {
    expect(plainText(phrase`${2} brokers ${ownWords('are')} ${phrase`gone ${'now'}`}`)).toBe('2 brokers are gone now');
  });

  it('does not compile with a foreign string as words', () => {
    // @ts-expect-error a string that is not written in the source
    const asWords = ownWords(foreign);
    // @ts-expect-error a template with such a string in it
    const asTemplate = ownWords(`a ${foreign}`);
    // @ts-expect-error a phrase put together by hand
    const byHand: Phrase = [foreign];
    expect([asWords, asTemplate, byHand]).toHaveLength(3);
  });

  it('takes words from a table of facts', () => {
    expect(wordsOfFact('OpenWire')).toEqual(['OpenWire']);
  });
});

describe('a list of literals', () => {
  it.each<[number, string]>([
    [0, ''],
    [1, 'a1'],
    [2, 'a1 and a2'],
    [6, 'a1, a2, a3, a4, a5 and a6'],
    [7, 'a1, a2, a3, a4, a5 and 2 more'],
  ])('of %i items', (count, text) => {
    const items = Array.from({ length: count }, (_, index) => `a${index + 1}`);
    expect(plainText(listOfLiterals(items))).toBe(text);
  });
});

describe('joined sentences', () => {
  it('appear once each, and empty ones not at all', () => {
    expect(plainText(joinSentences([ownWords('One.'), [], ownWords('Two.'), ownWords('One.')]))).toBe('One. Two.');
  });
});

describe('rewriting literals', () => {
  it('leaves words as they are', () => {
    expect(mapLiterals(phrase`secret ${'secret'}`, () => '(sensitive)')).toEqual([
      'secret ',
      { literal: '(sensitive)' },
      '',
    ]);
  });
});
