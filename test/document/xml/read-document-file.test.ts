import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BrokerConfiguration, ConfigurationDocument } from 'cdktf-amazon-mq';
import { Synthesized } from '../../support/synthesized';

describe('a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'document-'));
    file = path.join(folder, 'activemq.xml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (content: string | Buffer): ConfigurationDocument => {
    writeFileSync(file, content);
    return ConfigurationDocument.fromFile(file);
  };

  test('is read as UTF-8, with or without a byte order mark', () => {
    expect(read('<a b="é😀\uFFFD"/>').xml).toContain('<a b="é😀\uFFFD"/>');
    expect(read('\uFEFF<?xml version="1.0" encoding="utf-8"?><a b="é"/>').xml).toContain('<a b="é"/>');
  });

  test('that is not there, or a folder, is named', () => {
    expect(() => ConfigurationDocument.fromFile(file)).toThrow(
      `configuration document ${file}: there is no such file; paths are relative to the working directory`,
    );
    expect(() => ConfigurationDocument.fromFile(folder)).toThrow(
      `configuration document ${folder}: it is a folder; give a file in it`,
    );
  });

  test.each([
    ['empty', Buffer.alloc(0), '1:1: it is empty; write one <broker> element'],
    [
      'UTF-16 with a byte order mark',
      Buffer.from('\uFEFF<a/>', 'utf16le'),
      '1:1: it is in UTF-16 (little endian); save it as UTF-8',
    ],
    ['UTF-16 without one', Buffer.from('<a/>', 'utf16le'), '1:1: it is in UTF-16 (little endian); save it as UTF-8'],
    [
      'big-endian UTF-16',
      Buffer.from('<a/>', 'utf16le').swap16(),
      '1:1: it is in UTF-16 (big endian); save it as UTF-8',
    ],
    [
      'Latin-1',
      Buffer.concat([Buffer.from('\uFEFF<a b="\uFFFD">\n x'), Buffer.from([0xe9]), Buffer.from('</a>')]),
      '2:3: byte 0xE9 is not UTF-8; save the document as UTF-8',
    ],
    [
      'one that declares another encoding',
      Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"),
      '1:1: it declares the encoding ISO-8859-1; save it as UTF-8 and declare that',
    ],
    [
      'one with a DOCTYPE',
      Buffer.from('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
      '1:1: a DOCTYPE; no entity is expanded and nothing is fetched: remove it',
    ],
    [
      'one that is malformed',
      Buffer.from('<a>\n<b></a>'),
      '2:4: </a> comes too early: <b> of line 2, column 1 is still open; write </b> before it',
    ],
  ])('%s is refused, with its name', (_what, content, message) => {
    expect(() => read(content)).toThrow(`configuration document ${file}:${message}`);
  });

  test('is named by each finding of the check, with the place', () => {
    writeFileSync(file, '<broker xmlns="http://activemq.apache.org/schema/core">\n<plugins><jmx/></plugins></broker>');
    const mistake = () =>
      Synthesized.from((stack) => {
        new BrokerConfiguration(stack, 'orders', { document: ConfigurationDocument.fromFile(file) });
      });
    expect(mistake).toThrow(`[unknown-element] ${file}:2:10, /broker/plugins/jmx: `);
  });
});
