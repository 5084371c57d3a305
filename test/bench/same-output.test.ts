import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSameOutput } from '../../bench/synth/same-output';

test('the brokers that the benchmark compares are the same Terraform by this package and by hand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amazon-mq-same-output-'));
  try {
    expect(() => assertSameOutput(folder)).not.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
