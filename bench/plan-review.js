// What `cdktf-amazon-mq review` costs over a plan of 10,000 resources, against JSON.parse alone on the same file, and
// what it costs to start, against `node -e 0`. Run `npm run build` before. One run makes its plan, measures both by
// turns, and prints the ratios; the medians of the turns are compared.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const TURNS = 7;
const MODULES = 1_000;
const COMMAND = path.join(__dirname, '..', 'bin', 'cdktf-amazon-mq');
/** Said by each measured process as it ends. */
const USAGE = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(2, '\\nusage ' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
});`;

function measure(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', usageFile, ...args], { maxBuffer: 2 ** 28 });
  const wall = performance.now() - start;
  const said = /usage (\{.*\})/.exec(stderr.toString());
  if (said === null || status > 1) throw new Error(`exit ${status}: ${stderr}`);
  return { wall, ...JSON.parse(said[1]) };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function compare(name, ours, theirs, limits) {
  const runs = { ours: [], theirs: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    runs.theirs.push(measure(theirs));
    runs.ours.push(measure(ours));
  }
  for (const [figure, { unit, limit }] of Object.entries(limits)) {
    const [our, their] = [runs.ours, runs.theirs].map((list) => median(list.map((run) => run[figure])));
    const ratio = our / their;
    const verdict = ratio <= limit ? 'kept' : 'MISSED';
    console.log(
      `${name}, ${figure}: ${our.toFixed(0)} ${unit} against ${their.toFixed(0)} ${unit}, ratio ${ratio.toFixed(2)} (limit ${limit}: ${verdict})`,
    );
    if (ratio > limit) process.exitCode = 1;
  }
}

/** A plan as Terraform writes it: values in changes, in planned values and in the prior state, and the configuration. */
function writePlan(file) {
  const modules = Array.from({ length: MODULES }, (_, index) => resourcesOf(index));
  const changes = modules.flat();
  const plan = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: { child_modules: childModules(modules, 'after') } },
    resource_changes: changes.map(({ references: _, ...change }) => change),
    prior_state: { format_version: '1.0', values: { root_module: { child_modules: childModules(modules, 'before') } } },
    configuration: { root_module: { module_calls: Object.fromEntries(modules.map(moduleCall)) } },
    complete: true,
    errored: false,
  };
  fs.writeFileSync(file, JSON.stringify(plan));
  return changes.length;
}

/** Ten resources of one broker. Of a hundred brokers one is replaced, one takes a new revision, and one is opened. */
function resourcesOf(index) {
  const module = `module.stack_${index}`;
  const tags = Object.fromEntries(
    Array.from({ length: 12 }, (_, tag) => [`tag-${tag}`, `value ${tag} of stack ${index}`]),
  );
  const id = (kind) => `${kind}-${String(index).padStart(17, '0')}`;
  const replaced = index % 100 === 0;
  const revised = index % 100 === 1;
  const opened = index % 100 === 2;
  const policies = Array.from(
    { length: 12 },
    (_, queue) => `<policyEntry gcInactiveDestinations="${revised}" queue="QUEUE.${queue}.&gt;"/>`,
  );
  const data = (value) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<broker xmlns="http://activemq.apache.org/schema/core">` +
    `<destinationPolicy><policyMap><policyEntries>${policies.join('').replaceAll('"true"', `"${value}"`)}</policyEntries></policyMap></destinationPolicy></broker>`;
  const resource = (
    type,
    name,
    values,
    { action = 'no-op', after = {}, unknown = {}, forced, references = {} } = {},
  ) => ({
    address: `${module}.${type}.${name}`,
    module_address: module,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: action === 'replace' ? ['delete', 'create'] : [action],
      before: action === 'create' ? null : { ...values, tags, tags_all: tags },
      after: { ...values, tags, tags_all: tags, ...after },
      after_unknown: unknown,
      before_sensitive: { tags: {}, tags_all: {} },
      after_sensitive: { tags: {}, tags_all: {} },
      ...(forced && { replace_paths: [[forced]] }),
    },
    references,
  });
  const endpoints = ['ssl', 'amqp+ssl', 'stomp+ssl', 'mqtt+ssl', 'wss'].map(
    (scheme) => `${scheme}://${id('b')}-1.mq.eu-west-1.amazonaws.com`,
  );
  return [
    resource('aws_vpc', 'main', { id: id('vpc'), cidr_block: '10.0.0.0/16', enable_dns_hostnames: true }),
    ...['a', 'b'].map((zone) =>
      resource(
        'aws_subnet',
        zone,
        { id: id(`subnet-${zone}`), vpc_id: id('vpc'), cidr_block: '10.0.0.0/24' },
        replaced && zone === 'a'
          ? {
              action: 'replace',
              unknown: { id: true },
              forced: 'cidr_block',
              references: { vpc_id: 'aws_vpc.main.id' },
            }
          : { references: { vpc_id: 'aws_vpc.main.id' } },
      ),
    ),
    resource('aws_security_group', 'broker', { id: id('sg'), name: 'broker', vpc_id: id('vpc'), ingress: [] }),
    ...['openwire', 'console'].map((name, rule) =>
      resource(
        'aws_vpc_security_group_ingress_rule',
        name,
        {
          security_group_id: id('sg'),
          ip_protocol: 'tcp',
          from_port: 61617 + rule,
          to_port: 61617 + rule,
          cidr_ipv4: '10.0.0.0/16',
        },
        {
          action: opened ? 'update' : 'no-op',
          after: opened ? { cidr_ipv4: '0.0.0.0/0' } : {},
          references: { security_group_id: 'aws_security_group.broker.id' },
        },
      ),
    ),
    resource(
      'aws_mq_configuration',
      'main',
      {
        id: id('c'),
        name: 'main',
        engine_type: 'ActiveMQ',
        engine_version: '5.19',
        data: data(true),
        latest_revision: 2,
      },
      revised ? { action: 'update', after: { data: data(false) }, unknown: { latest_revision: true } } : {},
    ),
    resource('aws_secretsmanager_secret', 'admin', { id: id('secret'), arn: id('arn:secret') }),
    resource('aws_secretsmanager_secret_version', 'admin', {
      id: id('version'),
      secret_id: id('secret'),
      secret_string: `{"username":"admin","password":"Password-${index}"}`,
    }),
    resource(
      'aws_mq_broker',
      'main',
      {
        id: id('b'),
        broker_name: `broker-${index}`,
        engine_type: 'ActiveMQ',
        engine_version: '5.19',
        auto_minor_version_upgrade: true,
        deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
        host_instance_type: 'mq.m5.large',
        configuration: [{ id: id('c'), revision: 2 }],
        subnet_ids: [id('subnet-a'), id('subnet-b')],
        security_groups: [id('sg')],
        instances: [
          { endpoints, console_url: endpoints[0], ip_address: '10.0.0.10' },
          { endpoints, console_url: endpoints[1], ip_address: '10.0.1.10' },
        ],
        logs: [{ general: true, audit: 'true' }],
        user: [{ username: 'admin', password: `Password-${index}-of-a-broker`, console_access: true, groups: [] }],
      },
      {
        action: replaced ? 'replace' : revised ? 'update' : 'no-op',
        after: revised ? { configuration: [{ id: id('c') }] } : replaced ? { subnet_ids: undefined } : {},
        unknown: replaced ? { id: true, subnet_ids: true } : revised ? { configuration: [{ revision: true }] } : {},
        forced: replaced ? 'subnet_ids' : undefined,
        references: {
          subnet_ids: 'aws_subnet.a.id',
          security_groups: 'aws_security_group.broker.id',
          user: 'aws_secretsmanager_secret_version.admin.secret_string',
          configuration: 'aws_mq_configuration.main.latest_revision',
        },
      },
    ),
  ];
}

function childModules(modules, when) {
  return modules.map((resources) => ({
    address: resources[0].module_address,
    resources: resources.map(({ address, mode, type, name, change }) => ({
      address,
      mode,
      type,
      name,
      values: change[when],
    })),
  }));
}

function moduleCall(resources, index) {
  const written = resources.map(({ mode, type, name, references }) => ({
    address: `${type}.${name}`,
    mode,
    type,
    name,
    provider_config_key: 'aws',
    expressions: Object.fromEntries(
      Object.entries(references).map(([argument, reference]) => [
        argument,
        { references: [reference, reference.split('.').slice(0, 2).join('.')] },
      ]),
    ),
    schema_version: 0,
  }));
  return [`stack_${index}`, { source: './stack', module: { resources: written } }];
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plan-review-'));
const usageFile = path.join(folder, 'usage.js');
try {
  fs.writeFileSync(usageFile, USAGE);
  const plan = path.join(folder, 'plan.json');
  const count = writePlan(plan);
  const size = fs.statSync(plan).size / 2 ** 20;
  const parse = path.join(folder, 'parse.js');
  fs.writeFileSync(parse, `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(plan)}, 'utf8'));`);
  console.log(
    `a plan of ${count} resources, ${size.toFixed(0)} MB; medians of ${TURNS} turns; Node ${process.version}`,
  );
  compare(
    'review against JSON.parse',
    [COMMAND, 'review', plan, '--format', 'markdown', '--fail-on', 'none'],
    [parse],
    {
      wall: { unit: 'ms', limit: 1.5 },
      cpu: { unit: 'ms', limit: 1.5 },
      memory: { unit: 'MB', limit: 1.5 },
    },
  );
  const empty = path.join(folder, 'empty.json');
  fs.writeFileSync(empty, JSON.stringify({ format_version: '1.2', planned_values: {}, resource_changes: [] }));
  compare('review of an empty plan against node -e 0', [COMMAND, 'review', empty], ['-e', '0'], {
    wall: { unit: 'ms', limit: 1.5 },
  });
} finally {
  fs.rmSync(folder, { recursive: true });
}
