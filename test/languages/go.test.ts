import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeLevel } from '../support/level';
import {
  EXAMPLE,
  generateSources,
  packageFolders,
  run,
  synthesized,
  synthesizedByTypeScript,
  TARGET,
} from './frameworks';

const MODULES = {
  'github.com/cdktf-amazon-mq/cdktf-amazon-mq-go/cdktfamazonmq': 'cdktfamazonmq',
  'github.com/cdktf/cdktf-provider-aws-go/aws/v21': 'aws',
  'github.com/hashicorp/terraform-cdk-go/cdktf': 'cdktf',
};

const missing = spawnSync('go', ['version']).status === 0 ? undefined : 'Go was not found, so nothing was proven in Go';

describeLevel('the package for Go', missing, () => {
  const folder = path.join(TARGET, 'go-app');

  beforeAll(() => {
    const { own, cdktf, provider } = packageFolders();
    const sources = generateSources('go', cdktf, provider, own);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    cpSync(path.join(EXAMPLE, 'main.go'), path.join(folder, 'main.go'));
    const replaced = Object.entries(MODULES).map(
      ([module, name]) => `replace ${module} => ${path.join(sources, name)}`,
    );
    writeFileSync(path.join(folder, 'go.mod'), ['module example', '', 'go 1.25', '', ...replaced, ''].join('\n'));
    run(folder, 'go', 'mod', 'tidy');
    run(folder, 'go', 'build', '-o', 'app', '.');
  }, 1_200_000);

  it('synthesizes the main example as TypeScript does, to the letter', () => {
    run(folder, path.join(folder, 'app'));
    const made = synthesized(folder);
    expect(made).toContain('"aws_mq_broker"');
    expect(made).toBe(synthesizedByTypeScript(folder));
  });

  it('has the example in the form of gofmt', () => {
    expect(run(folder, 'gofmt', '-l', 'main.go')).toBe('');
  });
});
