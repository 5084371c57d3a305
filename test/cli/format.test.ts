import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runRecorded } from './recorded-io';

const text = '<!-- c --><broker xmlns="urn:a" b="1" a="2"/>';
const formatted = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<broker a="2" b="1" xmlns="urn:a"/>\n';

describe('format', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'format-'));
    file = path.join(folder, 'activemq.xml');
    writeFileSync(file, text);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('writes the canonical text', async () => {
    expect(await runRecorded(['format', '-'], text)).toEqual({
      exit: 0,
      out: formatted,
      err: '<stdin>: 1 comment dropped; --keep-comments keeps comments\n',
    });
    expect((await runRecorded(['format', file])).out).toBe(formatted);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('writes it back with --write, and leaves alone what is canonical', async () => {
    expect(await runRecorded(['format', file, '--write'])).toEqual({
      exit: 0,
      out: '',
      err: `${file}: 1 comment dropped; --keep-comments keeps comments\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe(formatted);
    const { mtimeNs } = statSync(file, { bigint: true });
    await runRecorded(['format', file, '--write']);
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(mtimeNs);
  });

  test('refuses what is no document, and leaves the file as it is', async () => {
    writeFileSync(file, '<a>\n<b></a>');
    expect(await runRecorded(['format', file, '--write'])).toEqual({
      exit: 2,
      out: '',
      err: `${file}:2:4: error document-syntax </a> comes too early: <b> of line 2, column 1 is still open; write </b> before it\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe('<a>\n<b></a>');
  });

  test('says of a template with directives in its tags that it has no form of its own', async () => {
    const template = '<r %{ if a }b="1"%{ endif }/>';
    expect(await runRecorded(['format', '-'], template)).toEqual({
      exit: 2,
      out: '',
      err: '<stdin>:1:4: error document-syntax a template whose directives are within tags has no canonical form; format what Terraform renders\n',
    });
  });

  test('cannot write back to the standard input, or take two files', async () => {
    expect(await runRecorded(['format', '-', '--write'], text)).toEqual({
      exit: 2,
      out: '',
      err: 'cdktf-amazon-mq format: --write needs a file, and - is the standard input\n',
    });
    expect((await runRecorded(['format', file, file])).err).toBe(
      'cdktf-amazon-mq format: give one file, or - for the standard input, got 2; usage: cdktf-amazon-mq format FILE|- [--write] [--keep-comments]\n',
    );
  });

  test('keeps comments where they are with --keep-comments', async () => {
    const commented = '<!-- a --><r>\n<!-- b --><s><!-- c --></s> <t><u/><!-- d --></t><!--\n e --></r><!-- f -->';
    const { out, err } = await runRecorded(['format', '-', '--keep-comments'], commented);
    expect({ out, err }).toEqual({
      out:
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- a -->\n<r>\n  <!-- b -->\n  <!-- c -->\n  <s/>\n' +
        '  <t>\n    <u/>\n    <!-- d -->\n  </t>\n  <!--\n e -->\n</r>\n<!-- f -->\n',
      err: '',
    });
    expect((await runRecorded(['format', '-', '--keep-comments'], out)).out).toBe(out);
  });
});
