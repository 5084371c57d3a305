/**
 * Makes modules/activemq, the Terraform module, from the constructs: `npm run generate:module`, which also has `cdktf get`
 * make its bindings in .gen.
 *
 * How a program of constructs becomes a module that decides at plan time:
 *
 * 1. tools/module/activemq-stack.ts is a stack with one active/standby broker and everything that a caller can ask for.
 *    Its props are tokens of Terraform variables, about which the constructs' rules are silent.
 * 2. Terraform decides what is there by `count` and `for_each`. tools/module/addresses.ts gives each construct its
 *    address and its repetition; tools/module/module-json.ts writes them into the synthesized JSON and puts the index into
 *    each reference. A resource without an address stops the tool, so that none is added unseen. sections.ts says in which
 *    part of main.tf it is written, hcl-writer.ts writes it as a person would.
 * 3. What the two deployment modes differ in is an argument (mode, storage, subnets) or, of the endpoints, an expression
 *    that the constructs make for each mode. There is one broker block, so its address never depends on a choice.
 * 4. The rules are said again, from the same data (src/rules): of one input as `validation` of the variable, of several as
 *    precondition of the resource, warnings as `check` (tools/module/variables.ts, module-rules.ts). wrong-inputs.ts has an
 *    input that breaks each; tests/wrong-inputs.tftest.hcl is made from it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { moduleFiles } from './module/module-files';
import { MODULES } from './module/modules';

for (const module of MODULES) {
  const target = path.join(__dirname, '..', 'modules', module.folder);
  for (const [file, text] of Object.entries(moduleFiles(module))) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    writeFileSync(path.join(target, file), text);
  }
}
