import { readFileSync } from 'node:fs';
import path from 'node:path';

const MODULE = path.join(__dirname, '../../modules/activemq');
const lines = ['main.tf', 'document.tf', 'variables.tf', 'outputs.tf'].flatMap((name) =>
  readFileSync(path.join(MODULE, name), 'utf8').split('\n'),
);
/** The lines that set an argument whose value is JSON. */
const settingJson = lines.filter((line) =>
  /^\s*(?:policy|policy_document|secret_string|dashboard_body)\s*=/.test(line),
);

test('what a user of the module puts into a variable becomes JSON by jsonencode, never as a part of a text (H6)', () => {
  expect(settingJson.length).toBeGreaterThan(1);
  expect(settingJson.filter((line) => !/jsonencode\(|= (?:data|local|var|aws_)[\w.[\]]+$/.test(line))).toEqual([]);
  expect(lines.filter((line) => /<<-?[A-Z]+\s*$/.test(line))).toEqual([]);
});
