import fs from 'node:fs';
import path from 'node:path';
import { describeLevel, isCi } from '../support/level';
import { levelTools } from './cloud';
import { versionOf } from './find-provider';

const PAGE = fs.readFileSync(path.join(__dirname, '..', '..', 'docs', 'testing.md'), 'utf8');
const documented = (tool: string) => new RegExp(`^\\| ${tool} +\\| ([\\d.]+)`, 'm').exec(PAGE)?.[1];

const { missing, terraform, opentofu, provider } = levelTools();
const ELSEWHERE = isCi ? undefined : 'CI runs the versions of docs/testing.md; this machine may have others';

describeLevel('the versions in docs/testing.md', missing ?? ELSEWHERE, () => {
  it.each([
    ['Terraform', terraform],
    ['OpenTofu', opentofu],
  ])('are those that run here: %s', (tool, binary) => {
    expect(versionOf(binary!)).toBe(`${tool} v${documented(tool)}`);
  });

  it('are those that run here: the provider, unless a registry has a newer one', () => {
    const { version, origin } = provider!;
    expect({ version, origin }).toEqual(
      origin === 'registry' ? { version, origin } : { version: documented('HashiCorp AWS provider'), origin },
    );
  });
});
