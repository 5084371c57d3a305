/** Fields of `GetProviderSchema.Response` that are maps from the name of a type to its schema. */
const MAPS_OF_TYPES = [2, 3, 8];
const LENGTH_DELIMITED = 2;

/**
 * Takes the schemas of types out of the answer of a provider, in the wire format of Protocol Buffers. Everything else of it
 * stays as it was sent.
 */
export function withTypes(response: Buffer, isKept: (type: string) => boolean): Buffer {
  const kept: Buffer[] = [];
  for (const { number, content, bytes } of fieldsOf(response)) {
    const [key] = MAPS_OF_TYPES.includes(number) ? fieldsOf(content) : [];
    if (key === undefined || isKept(key.content.toString())) kept.push(bytes);
  }
  return Buffer.concat(kept);
}

interface Field {
  readonly number: number;
  readonly content: Buffer;
  /** The field as it stands in the message. */
  readonly bytes: Buffer;
}

/** The fields of a message, one after the other: all of these messages have length-delimited fields only. */
function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const tag = varint();
    if (tag % 8 !== LENGTH_DELIMITED) throw new Error(`field ${tag >> 3} of the schema has the wire type ${tag % 8}`);
    const length = varint();
    at += length;
    yield { number: tag >> 3, content: message.subarray(at - length, at), bytes: message.subarray(start, at) };
  }
}
