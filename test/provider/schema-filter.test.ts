import { withTypes } from './schema-filter';

const field = (number: number, content: Buffer) =>
  Buffer.concat([Buffer.from([number * 8 + 2, (content.length % 128) + 128, content.length >> 7]), content]);
const schemaOf = (map: number, type: string) =>
  field(map, Buffer.concat([field(1, Buffer.from(type)), field(2, Buffer.alloc(300, type))]));

const PROVIDER = field(1, Buffer.from('the provider itself'));
const RESOURCES = ['aws_mq_broker', 'aws_wafv2_web_acl'].map((type) => schemaOf(2, type));
const DATA = ['aws_region', 'aws_iam_role'].map((type) => schemaOf(3, type));
const CAPABILITIES = field(6, Buffer.from('plans destroy'));

it('keeps the schemas of the types that are wanted, and all that is no schema of a type', () => {
  const response = Buffer.concat([PROVIDER, ...RESOURCES, ...DATA, CAPABILITIES]);
  const isKept = (type: string) => ['aws_mq_broker', 'aws_region'].includes(type);
  expect(withTypes(response, isKept)).toEqual(Buffer.concat([PROVIDER, RESOURCES[0], DATA[0], CAPABILITIES]));
  expect(withTypes(response, () => true)).toEqual(response);
});

it('rejects a message of another form', () => {
  expect(() => withTypes(Buffer.from([8, 1]), () => true)).toThrow('field 1 of the schema has the wire type 0');
});
