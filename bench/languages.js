// npm run bench:languages [-- --write]: how large the package is in each language, and how long a process takes that
// synthesizes the main example, against one in TypeScript. It measures what `npm run test:python` and
// `npm run test:languages` made, and leaves out a language whose test has not run. --write puts the table into
// docs/languages.md.
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { compare } = require('./compare');
const { writeTable } = require('./write-table');

const ROOT = path.join(__dirname, '..');
const EXAMPLE = path.join(ROOT, 'examples', 'active-standby');
const PYTHON = path.join(ROOT, 'test', 'python', 'target');
const OTHERS = path.join(ROOT, 'test', 'languages', 'target');
const TURNS = 5;

const REGISTER = path.join(ROOT, 'tools', 'register-typescript.js');
const TYPESCRIPT = [process.execPath, '-r', REGISTER, path.join(EXAMPLE, 'main.ts')];

/** What runs the example in each language, the file or folder of its package, and the test that makes both. */
const LANGUAGES = {
  Python: {
    command: () => [path.join(PYTHON, 'venv', 'bin', 'python'), path.join(EXAMPLE, 'main.py')],
    package: 'wheel',
    file: () => only(path.join(PYTHON, '-targets-python', 'python'), '.whl'),
    test: 'test:python',
  },
  Java: {
    command: () => ['java', '-cp', classPath(), 'Main'],
    package: 'jar',
    file: () => path.join(OTHERS, 'cdktf-amazon-mq.jar'),
    test: 'test:languages',
  },
  Go: {
    command: () => [path.join(OTHERS, 'go-app', 'app')],
    package: 'module',
    file: () => path.join(OTHERS, 'sources', 'go', 'cdktfamazonmq'),
    test: 'test:languages',
  },
};

function only(folder, extension) {
  const name = fs.existsSync(folder) && fs.readdirSync(folder).find((file) => file.endsWith(extension));
  return name ? path.join(folder, name) : '';
}

function classPath() {
  const libraries = path.join(OTHERS, 'libraries');
  const jars = fs.readdirSync(libraries).map((name) => path.join(libraries, name));
  return [
    path.join(OTHERS, 'java-app'),
    path.join(OTHERS, 'cdktf-amazon-mq.jar'),
    path.join(OTHERS, 'frameworks.jar'),
    ...jars,
  ].join(':');
}

/** The seconds that a fresh process takes for the example. */
function timed([program, ...args], folder) {
  const env = {
    ...process.env,
    AMAZON_MQ_PACKAGE: 'lib',
    CDKTF_OUTDIR: path.join(folder, 'out'),
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  };
  fs.rmSync(path.join(folder, 'out'), { recursive: true, force: true });
  const from = performance.now();
  const { status, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
  const seconds = (performance.now() - from) / 1000;
  if (status !== 0 || !fs.existsSync(path.join(folder, 'out', 'stacks', 'messaging', 'cdk.tf.json')))
    throw new Error(`${program} ended with ${status}:\n${stderr}`);
  return { seconds };
}

function sizeOf(file) {
  if (!fs.statSync(file).isDirectory()) return fs.statSync(file).size;
  return fs.readdirSync(file).reduce((total, name) => total + sizeOf(path.join(file, name)), 0);
}

function tarballSize() {
  const options = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  return JSON.parse(execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8' }))[0].size;
}

/** The rows of the table, and what is left out. */
function measure(folder) {
  const rows = [['TypeScript', 'tarball', megabytes(tarballSize()), '', '', '']];
  for (const [name, language] of Object.entries(LANGUAGES)) {
    if (!fs.existsSync(language.file())) {
      console.error(`${name} is left out: run npm run ${language.test} first`);
      continue;
    }
    const command = language.command();
    for (const each of [command, TYPESCRIPT]) timed(each, folder);
    const { ours, theirs, ratio } = compare(
      TURNS,
      () => timed(command, folder),
      () => timed(TYPESCRIPT, folder),
    )('seconds');
    rows.push([
      name,
      language.package,
      megabytes(sizeOf(language.file())),
      `${ours.toFixed(1)} s`,
      `${theirs.toFixed(1)} s`,
      ratio.toFixed(1),
    ]);
  }
  return rows;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function tableOf(rows) {
  const lines = [['language', 'package', 'size', 'synthesis', 'in TypeScript', 'ratio'], ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  lines.splice(
    1,
    0,
    widths.map((width) => '-'.repeat(width)),
  );
  return lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`).join('');
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amazon-mq-languages-'));
try {
  const rows = measure(folder);
  const table = tableOf(rows);
  console.log(table);
  const isWhole = rows.length === Object.keys(LANGUAGES).length + 1;
  if (process.argv.includes('--write') && isWhole) writeTable(path.join(ROOT, 'docs', 'languages.md'), table);
  else if (process.argv.includes('--write')) {
    console.error('--write takes all languages: the table is of one run');
    process.exitCode = 2;
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
