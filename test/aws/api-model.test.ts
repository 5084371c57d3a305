import { ApiModel } from './api-model';

/** A model of our own, so that this is proven without botocore. */
const MODEL = new ApiModel({
  operations: {
    MakeThing: {
      http: { method: 'POST', requestUri: '/v1/things/{thing-id}' },
      input: { shape: 'MakeThingRequest' },
      output: { shape: 'MakeThingResponse' },
    },
    ListThings: {
      http: { method: 'GET', requestUri: '/v1/things' },
      input: { shape: 'ListThingsRequest' },
    },
  },
  shapes: {
    MakeThingRequest: {
      type: 'structure',
      required: ['Id', 'Kind'],
      members: {
        Id: { shape: 'Text', location: 'uri', locationName: 'thing-id' },
        Kind: { shape: 'Kind', locationName: 'kind' },
        Name: { shape: 'Name', locationName: 'name' },
        Sizes: { shape: 'Sizes', locationName: 'sizes' },
        IsOn: { shape: 'Switch', locationName: 'isOn' },
        Tags: { shape: 'Tags', locationName: 'tags' },
      },
    },
    MakeThingResponse: { type: 'structure', members: { Made: { shape: 'Time', locationName: 'made' } } },
    ListThingsRequest: {
      type: 'structure',
      members: { Most: { shape: 'Size', location: 'querystring', locationName: 'most' } },
    },
    Text: { type: 'string' },
    Kind: { type: 'string', enum: ['ROUND', 'SQUARE'] },
    Name: { type: 'string', min: 2, max: 4, pattern: '^[a-z]+$' },
    Size: { type: 'integer', min: 1, max: 9 },
    Sizes: { type: 'list', member: { shape: 'Size' } },
    Switch: { type: 'boolean' },
    Tags: { type: 'map', value: { shape: 'Text' } },
    Time: { type: 'timestamp' },
  },
});

function faultsOf(body: object): string[] {
  const request = MODEL.read('POST', new URL('http://x/v1/things/t%201'), JSON.stringify(body))!;
  expect(request).toMatchObject({ operation: 'MakeThing', input: { 'thing-id': 't 1' } });
  return MODEL.inputFaults(request);
}

describe('a request checked against the model of an API', () => {
  it('is none at an address that the API does not have', () => {
    expect(MODEL.read('DELETE', new URL('http://x/v1/things/1'), '')).toBeUndefined();
  });

  it('has no fault where it keeps to the model', () => {
    expect(faultsOf({ kind: 'ROUND', name: 'ab', sizes: [1, 9], isOn: true, tags: { a: 'b' } })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a required member that is missing', {}, 'kind is required'],
    ['a member that the API does not have', { kind: 'ROUND', color: 'red' }, 'color is not a member of the API'],
    ['a value outside an enumeration', { kind: 'OVAL' }, 'kind is not one of ROUND, SQUARE: got "OVAL"'],
    ['a text that is too long', { kind: 'ROUND', name: 'abcde' }, 'the length of name is not from 2 to 4: got 5'],
    ['a text of another pattern', { kind: 'ROUND', name: 'A1' }, 'name does not match ^[a-z]+$: got "A1"'],
    ['a number that is too large', { kind: 'ROUND', sizes: [10] }, 'sizes[0] is not from 1 to 9: got 10'],
    ['a list that is none', { kind: 'ROUND', sizes: 1 }, 'sizes is not a list: got 1'],
    ['a boolean that is a text', { kind: 'ROUND', isOn: 'true' }, 'isOn is not a boolean: got "true"'],
    ['a tag that is a number', { kind: 'ROUND', tags: { a: 1 } }, 'tags.a is not a string: got 1'],
  ])('has a fault for %s', (_, body, fault) => {
    expect(faultsOf(body)).toEqual([fault]);
  });

  it('reads numbers of a query as numbers', () => {
    expect(MODEL.read('GET', new URL('http://x/v1/things?most=5'), '')?.input).toEqual({ most: 5 });
  });
});

describe('an answer checked against the model of an API', () => {
  it('has a fault for a time that is none', () => {
    expect(MODEL.outputFaults('MakeThing', { made: '2026-01-01T00:00:00Z' })).toEqual([]);
    expect(MODEL.outputFaults('MakeThing', { made: 'today' })).toEqual(['made is not a time: got "today"']);
  });

  it('has none at all where the API has no body', () => {
    expect(MODEL.outputFaults('ListThings', { things: [] })).toEqual(['things is not in the answer']);
  });
});
