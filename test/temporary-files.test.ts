import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Testing } from 'cdktf';

const load = createRequire(__filename);
const beginTemporaryFolder = load('./support/begin-temporary-folder.js') as () => void;
const endTemporaryFolder = load('./support/end-temporary-folder.js') as () => void;

describe('Temporary files of a run of tests', () => {
  it('are in a folder of their own, those of CDKTF too', () => {
    const { outdir } = Testing.app();
    expect(path.dirname(outdir)).toBe(tmpdir());
    expect(path.basename(tmpdir())).toMatch(/^cdktf-amazon-mq-/);
  });

  it('are gone behind it', () => {
    const { TMPDIR: before } = process.env;
    try {
      beginTemporaryFolder();
      const { TMPDIR: folder = '' } = process.env;
      writeFileSync(path.join(mkdtempSync(path.join(folder, 'app-')), 'cdk.tf.json'), '{}');
      expect(readdirSync(folder)).toHaveLength(1);
      endTemporaryFolder();
      expect(existsSync(folder)).toBe(false);
    } finally {
      process.env.TMPDIR = before;
    }
  });
});
