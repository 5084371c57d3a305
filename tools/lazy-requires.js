// Makes the modules of a compiled package load when they are first used: an import of the package costs what is used of
// it, and a broker in an existing network never loads the provider's modules for a VPC.
const fs = require('node:fs');
const path = require('node:path');

const REQUIRE = /^(?:const|var) (\w+_\d+) = require\(("[^"]+")\);$/gm;
const RE_EXPORT = /^Object\.defineProperty\(exports, ("\w+"), \{ enumerable: true, get:/gm;

/** Rewrites every module under a folder; one that was rewritten before stays as it is. */
exports.makeRequiresLazy = (folder) => {
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = path.join(folder, name);
    const code = fs.readFileSync(file, 'utf8');
    const lazy = withLazyRequires(code);
    if (lazy !== code) fs.writeFileSync(file, lazy);
  }
};

/** `const x_1 = require("x")` becomes `let x_1`, and `x_1.y` a use of it that loads it first, in parentheses for what stands behind `new`. */
function withLazyRequires(code) {
  const required = new Map([...code.matchAll(REQUIRE)].map(([, name, module]) => [name, module]));
  if (required.size === 0) return code;
  return (
    code
      .replace(
        new RegExp(`\\b(${[...required.keys()].join('|')})\\.(\\w+)`, 'g'),
        (_, name, member) => `((${name} ??= require(${required.get(name)})).${member})`,
      )
      .replace(REQUIRE, 'let $1;')
      // Node reads the names that ES modules can import off the text: from `exports.x = void 0` at its head, but it drops
      // those whose getter it does not understand. In parentheses it passes them over.
      .replace(RE_EXPORT, 'Object.defineProperty(exports, ($1), { enumerable: true, get:')
  );
}
