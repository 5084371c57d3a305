import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSameOutput } from '../../bench/synth/same-output';

test.each(['synth', 'whole-process'])(
  '%s compares brokers that are the same Terraform, by this package and by hand',
  (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'amazon-mq-same-output-'));
    const { synthesize } = require(`../../bench/${name}/benchmark`);
    try {
      expect(() => assertSameOutput(folder, synthesize)).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
