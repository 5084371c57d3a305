import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describeWithTerraform, execute } from '../terraform/terraform';

const ROOT = path.join(__dirname, '..', '..');
const TEMPLATE = path.join(ROOT, 'examples', 'templates', 'typescript');
const CDKTF = path.join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');

const FILES = ['.gitignore', 'cdktf.json', 'main.ts', 'package.json', 'tsconfig.json'];

test('the template is a project as it is, because the page copies it', () => {
  expect(readdirSync(TEMPLATE).sort()).toEqual(FILES);
  for (const name of FILES) expect(readFileSync(path.join(TEMPLATE, name), 'utf8')).not.toMatch(/{{/);
});

test('the template keeps states and plans, which contain passwords, out of git', () => {
  const ignored = readFileSync(path.join(TEMPLATE, '.gitignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['cdktf.out/', '*.tfstate*', 'plan.json']));
});

/** A zip of the template as a forge serves it: everything in one folder. */
function zipOfTemplate(): Uint8Array {
  const files = readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(TEMPLATE, name)).isFile(),
  );
  return zipSync(
    Object.fromEntries(files.map((name) => [`template/${name}`, readFileSync(path.join(TEMPLATE, name))])),
  );
}

describeWithTerraform('the template', (aws) => {
  let server: Server;
  beforeAll(async () => {
    const zip = zipOfTemplate();
    server = createServer((_, response) => response.end(zip));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('gives the project of the page by cdktf init', async () => {
    const folder = aws().folder();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/template.zip`;
    const options = ['--template', url, '--local', '--project-name', 'messaging', '--from-terraform-project', 'no'];
    const description = [
      '--project-description',
      'messaging',
      '--enable-crash-reporting',
      'false',
      '--providers-force-local',
    ];
    const { code, output } = await execute(
      process.execPath,
      [CDKTF, 'init', ...options, ...description, '--providers='],
      folder,
      aws().environment,
    );
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(readdirSync(folder).sort()).toEqual(FILES);
    for (const name of FILES)
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(readFileSync(path.join(TEMPLATE, name), 'utf8'));
  });
});
