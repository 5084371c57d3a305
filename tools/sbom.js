// Prints what the package bundles, as CycloneDX: `node tools/sbom.js`. `npm sbom --omit dev` leaves out what is bundled and a
// development tool needs as well.
const { execFileSync } = require('node:child_process');
const path = require('node:path');
const { dependencies } = require('../package.json');

const folder = path.join(__dirname, '..');
const bom = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  }),
);

const dependsOn = new Map(bom.dependencies.map(({ ref, dependsOn: refs = [] }) => [ref, refs]));
const names = new Map(bom.components.map((component) => [component['bom-ref'], component.name]));
const root = bom.metadata.component['bom-ref'];
const bundled = new Set(dependsOn.get(root).filter((ref) => Object.hasOwn(dependencies, names.get(ref))));
for (const ref of bundled) for (const needed of dependsOn.get(ref) ?? []) bundled.add(needed);

const isBundled = (ref) => ref === root || bundled.has(ref);
bom.components = bom.components.filter((component) => bundled.has(component['bom-ref']));
bom.dependencies = bom.dependencies
  .filter(({ ref }) => isBundled(ref))
  .map(({ ref, dependsOn: refs = [] }) => ({ ref, dependsOn: refs.filter(isBundled) }));
console.log(JSON.stringify(bom, null, 2));
