const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');

/**
 * Fails unless both ways write the same Terraform, but for the names of resources and what is told of their paths.
 *
 * @param {string} folder where both write
 * @param {(way: string, count: number, outdir: string) => void} synthesize writes so many brokers in one way
 */
exports.assertSameOutput = (folder, synthesize) => {
  const [typed, byHand] = ['typed', 'by-hand'].map((way) => {
    const outdir = path.join(folder, way);
    synthesize(way, 3, outdir);
    return withoutNames(fs.readFileSync(path.join(outdir, 'stacks', 'messaging', 'cdk.tf.json'), 'utf8'));
  });
  assert.deepEqual(typed, byHand);
};

/**
 * The Terraform with each name replaced by its place among those of its type. Names begin with that of their broker in
 * both ways, so equal places are equal parts.
 */
function withoutNames(text) {
  const terraform = JSON.parse(text, (key, value) => (key === '//' ? undefined : value));
  const names = {};
  const renamed = (type, byName) => {
    const sorted = Object.keys(byName).sort();
    sorted.forEach((name, place) => (names[`${type}.${name}`] = `${type}.${place}`));
    return Object.fromEntries(sorted.map((name, place) => [place, byName[name]]));
  };
  const renamedTypes = (kind) =>
    Object.fromEntries(Object.entries(terraform[kind]).map(([type, byName]) => [type, renamed(type, byName)]));

  const plain = {
    ...terraform,
    data: renamedTypes('data'),
    resource: renamedTypes('resource'),
    locals: renamed('local', terraform.locals ?? {}),
  };
  return JSON.parse(
    JSON.stringify(plain).replace(/\b(?:aws_\w+|local)\.[\w-]+/g, (address) => names[address] ?? address),
  );
}
