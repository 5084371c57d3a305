import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeWithTerraform } from './terraform';

const ROOT = path.join(__dirname, '..', '..');

/** The sample of docs/document.md that renders a template and checks the result. */
const COMMAND = /^echo 'templatefile[^]*?check -$/m.exec(readFileSync(path.join(ROOT, 'docs/document.md'), 'utf8'))![0];

const template = (attribute: string) =>
  [
    '<broker xmlns="http://activemq.apache.org/schema/core" schedulePeriodForDestinationPurge="0">',
    '  <destinations>',
    '%{ for queue in queues ~}',
    `    <queue ${attribute}="\${queue}"/>`,
    '%{ endfor ~}',
    '  </destinations>',
    '</broker>',
    '',
  ].join('\n');

describeWithTerraform('a template that Terraform renders', (aws) => {
  it.each([
    ['passes the check if the rendered document does', 'physicalName', 0],
    ['fails the check if the rendered document does', 'unknownName', 1],
  ])('%s', (_, attribute, status) => {
    const folder = aws().folder();
    writeFileSync(path.join(folder, 'activemq.xml.tftpl'), template(attribute));
    const main = `require(${JSON.stringify(path.join(ROOT, 'src/cli/main'))}).main()`;
    const check = `node -r ${path.join(ROOT, 'tools/register-typescript.js')} -e '${main}' cdktf-amazon-mq`;
    const command = COMMAND.replace('npx --no-install cdktf-amazon-mq', check);
    const result = spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: folder, encoding: 'utf8' });
    expect({ status: result.status, stderr: result.stderr }).toMatchObject({ status });
  });
});
