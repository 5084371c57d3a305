import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_RULES } from '../../src/document/check/document-rules';
import { RULES } from '../../src/rule-table';
import { placeOf } from '../../tools/module/addresses';
import { moduleJson } from '../../tools/module/module-json';
import { MODULES } from '../../tools/module/modules';
import { type TerraformModule } from '../../tools/module/terraform-module';

const read = ({ folder }: TerraformModule, file: string) =>
  readFileSync(path.join(__dirname, '..', '..', 'modules', folder, file), 'utf8');

/** Codes of all conditions of a module. */
function codesOf(module: TerraformModule): string[] {
  return [...`${read(module, 'main.tf')}${read(module, 'variables.tf')}`.matchAll(/error_message\s*= (.*)/g)].map(
    ([, message]) => /\[([a-z-]+)\] /.exec(message)![1],
  );
}

const said = MODULES.flatMap(codesOf);
const modules = MODULES.map((module) => [module.folder, module] as const);

/** Why Terraform has nothing to say where the package has a rule. */
const UNSAID: Readonly<Record<string, string>> = {
  'acknowledge-unused': 'Terraform keeps no record of what an acknowledgement was for',
  'construct-id-form': 'Terraform checks its own addresses',
  'construct-id-unique': 'Terraform has addresses in place of construct ids',
  'network-watched-member': 'a call of the module sees one broker',
  'prop-kind': 'Terraform checks the types of variables',
  'prop-known': 'the module decides by count and for_each',
  'prop-name': 'Terraform rejects an input that a module does not have',
  'prop-template': 'the text of a variable is never evaluated',
  'broker-name-unique': 'a call of the module sees one broker',
  'alarm-name-unique': 'a call of the module sees no alarms beside its own',
  'log-policy-count': 'a call of the module sees no policy beside its own',
  'dashboard-name-unique': 'a call of the module sees no dashboard beside its own',
  'network-ldap': 'the module reads no directory; its README says what a member with LDAP needs',
  'network-member-count': 'a call of the module sees one broker',
  'network-member-unique': 'a call of the module sees one broker',
  'network-member-taken': 'a call of the module sees one broker',
  'network-edge': 'a call of the module sees one broker',
  'network-circle': 'a call of the module sees one broker',
  'network-unconnected': 'a call of the module sees one broker',
  'network-holder': 'a call of the module sees one broker',
  'network-topics-doubled': 'a call of the module sees one broker',
  'network-user-missing': 'a call of the module sees one broker',
  'network-engine-version': 'a call of the module sees one broker',
  'network-engine-mix': 'a call of the module sees one broker',
  'network-cidr': 'a call of the module sees one broker',
  'network-rotation': 'a call of the module sees one broker, and takes the password as it is',
  'network-stacks': 'a call of the module sees one broker',
  'move-phase': 'the module makes no move between brokers',
  'move-from': 'the module makes no move between brokers',
  'move-same-broker': 'the module makes no move between brokers',
  'move-holder': 'the module makes no move between brokers',
  'move-configuration': 'the module makes no move between brokers',
  'move-taken': 'the module makes no move between brokers',
  'move-network': 'the module makes no move between brokers',
  'move-engine-version': 'the module makes no move between brokers',
  'move-user-taken': 'the module makes no move between brokers',
  'move-user-missing': 'the module makes no move between brokers',
  'move-ldap': 'the module makes no move between brokers',
  'move-cidr': 'the module makes no move between brokers',
  'move-stack': 'the module makes no move between brokers',
  'vpc-cidr-shared': 'a module sees no VPC beside its own',
  'vpc-offer': 'the module makes the VPC for the broker',
  'security-group-vpc': 'a group of the VPC that the module made can be added later',
  'security-group-rule-count': 'the quota of the account is not known',
  'broker-unreachable': 'Terraform has no information, only warnings',
  'ldap-egress': 'a security group that is added can allow it',
  'public-network': 'whether a network that exists has a gateway is not known; the one made has it',
  'subnet-zone-count': 'zones of subnets that exist are not known',
  'subnet-zone-unique': 'zones of subnets that exist are not known',
  'subnet-size': 'the size of the subnets follows from that of the VPC',
  'configuration-engine-version': 'the engine version of a configuration that exists is not known',
  'configuration-authentication-strategy': 'the strategy of a configuration that exists is not known',
  'secret-name-unique': 'a module sees no secret beside its own',
  'username-unique': 'the keys of a map are unique',
  'password-plain-text': 'the input is sensitive',
  'password-variable-sensitive': 'the input is sensitive',
  'ldap-password-existing': 'the input takes a secret only',
  'authentication-strategy': 'the module sets it from its inputs',
  'replication-deployment-mode': 'the module makes no replica',
  'replication-instance-type': 'the module makes no replica',
  'replication-primary': 'the module makes no replica',
  'replication-user': 'the module makes no replica',
  'replica-deployment': 'the module makes no replica',
  'replica-instance-type': 'the module makes no replica',
  'replica-mirrored-queues': 'the module makes no replica',
  'replica-region': 'the module makes no replica',
  'replica-stack': 'the module makes no replica',
  'replica-user': 'the module makes no replica',
  'rotation-ldap': 'the module has no rotating users',
  'rotation-number': 'the module has no rotating users',
  'rotation-secret': 'the module has no rotating users',
  'rotation-single-instance': 'the module has no rotating users',
  'rotation-window': 'the module has no rotating users',
  'broker-identified': 'the module looks for no broker that exists',
  'broker-id-form': 'the module looks for no broker that exists',
  'failover-option': 'the URLs of the module have no such options',
  'parameter-path-unique': 'a module sees no parameter beside its own',
  'metric-engine': 'the metrics of the modules are those of the constructs',
  'metric-destination': 'the metrics of the modules are those of the constructs',
  'metric-period': 'the periods of the modules are those of the constructs',
  'alarm-queue-unique': 'the keys of a map are unique, and alarms of dead-letter queues have names of their own',
  'secret-replica-region': 'the module copies no secrets',
  'lambda-authentication': 'the module activemq-lambda sees no broker',
  'lambda-secret': 'the module activemq-lambda does not read the secret',
  'lambda-network': 'the module activemq-lambda sees no network',
  'secret-reader-form': 'the module grants no access to secrets',
  'secret-reader-secret': 'the module grants no access to secrets',
  'engine-version-upstream': 'the module has no strict checks',
  'strict-tags': 'the module has no strict checks',
  'console-open-to-internet': 'the module has no strict checks',
  'engine-version-unknown': 'Terraform has no information, only warnings',
  'instance-type-unknown': 'Terraform has no information, only warnings',
  'configuration-name-unique': 'a module sees no resource beside its own',
};

test.each(modules)('no Terraform address of %s has moved: a moved one replaces a broker', (_, module) => {
  const { resource, data } = moduleJson(module);
  const addresses = (blocks: object, prefix: string) =>
    Object.entries(blocks).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
  expect([...addresses(resource, ''), ...addresses(data, 'data.')].join('\n')).toMatchSnapshot();
});

test('a resource that is new in the constructs stops the tool until it has an address', () => {
  expect(() => placeOf(['Broker', 'Alarm', 'Default'])).toThrow(
    'Broker/Alarm/Default has no address in the module: give it one in tools/module/addresses.ts',
  );
});

test.each(modules)('inputs and outputs of %s are a contract', (_, module) => {
  const inputs = Object.entries(module.variables).map(
    ([name, { type, default: value }]) => `${name}: ${type} = ${JSON.stringify(value)}`,
  );
  expect([...inputs.sort(), ...Object.keys(moduleJson(module).output).sort()].join('\n')).toMatchSnapshot();
});

test.each(modules)('the caller of %s configures provider and backend', (_, module) => {
  const files = ['main.tf', 'outputs.tf', 'variables.tf', 'versions.tf', ...Object.keys(module.files ?? {})];
  const heads = files.flatMap((file) => [...read(module, file).matchAll(/^(\w+)/gm)].map(([, word]) => word));
  const blocks = ['check', 'data', 'locals', 'module', 'moved', 'output', 'resource', 'terraform', 'variable'];
  expect(heads.filter((head) => !blocks.includes(head))).toEqual([]);
  expect(read(module, 'versions.tf')).not.toContain('backend');
});

test.each(modules)('every input and output of %s is described, and is in its README', (_, module) => {
  const described = { ...module.variables, ...moduleJson(module).output };
  expect(Object.values(described).filter(({ description }) => !/^[A-Z].{10,}\.$/.test(String(description)))).toEqual(
    [],
  );
  const readme = read(module, 'README.md');
  expect(Object.keys(described).filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
});

test('every rule of the package is said in Terraform, or there is a reason why not', () => {
  const missing = RULES.map(({ code }) => code).filter((code) => !said.includes(code) && !(code in UNSAID));
  expect(missing).toEqual([]);
  expect(Object.keys(UNSAID).filter((code) => said.includes(code))).toEqual([]);
});

test.each(modules)('a test of %s looks at every output', (folder, module) => {
  const tests = readdirSync(path.join(__dirname, '..', '..', 'modules', folder, 'tests')).filter((name) =>
    name.endsWith('.tftest.hcl'),
  );
  const asserted = tests.map((name) => read(module, path.join('tests', name))).join('\n');
  const outputs = [...read(module, 'outputs.tf').matchAll(/^output "(\w+)"/gm)].map(([, name]) => name);
  expect(outputs.length).toBeGreaterThan(0);
  expect(outputs.filter((name) => !new RegExp(`output\\.${name}\\b`).test(asserted))).toEqual([]);
});

test('reasons for what is not said are about rules that exist', () => {
  expect(Object.keys(UNSAID).filter((code) => !RULES.some((rule) => rule.code === code))).toEqual([]);
});

test.each(modules)('every condition of %s has an input that is rejected', (_, module) => {
  const rejected = module.wrongInputs.map(({ code }) => code);
  const codes = codesOf(module);
  expect([...new Set(codes)].filter((code) => !rejected.includes(code))).toEqual([]);
  expect(rejected.filter((code) => !codes.includes(code))).toEqual([]);
});

test.each(modules)('every code of %s is in docs, or in its README', (_, module) => {
  const pages = ['rules', 'document'].map((page) =>
    readFileSync(path.join(__dirname, `../../docs/${page}.md`), 'utf8'),
  );
  const text = [...pages, read(module, 'README.md')].join('\n');
  expect(codesOf(module).filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});

test('the codes are those of the package, but for what its types exclude', () => {
  const known = [...RULES.map(({ code }) => code), ...Object.keys(DOCUMENT_RULES)];
  expect([...new Set(said)].filter((code) => !known.includes(code)).sort()).toEqual([
    'alarm-name',
    'document-form',
    'grant-unique',
    'input-key',
    'network-connectors',
    'network-group',
    'network-replay',
    'parameter-user',
    'password-user',
    'peer-one',
    'protocol-name',
  ]);
});
