import fs from 'node:fs';
import path from 'node:path';
import { plainText } from '../../src/util/phrase';
import { brokerByHand, CANONICAL_DOCUMENT, type Resources } from '../terraform/fixtures';
import { describeWithTerraform, type SimulatedAws, type Workspace } from '../terraform/terraform';
import { effectsIn, reviewOf, saidOf } from './review-of';

/** A module as teams write them by hand: values come through variables, locals, dynamic blocks and counts. */
const MODULE = `
variable "name" { type = string }
variable "subnet_ids" { type = list(string) }
variable "security_group_ids" { type = list(string) }
variable "document" { type = string }
variable "users" {
  type      = list(object({ username = string, password = string }))
  sensitive = true
}
locals { groups = distinct(var.security_group_ids) }
resource "aws_mq_configuration" "this" {
  count          = 1
  name           = var.name
  engine_type    = "ActiveMQ"
  engine_version = "5.19"
  data           = var.document
}
resource "aws_mq_broker" "this" {
  broker_name                = var.name
  engine_type                = "ActiveMQ"
  engine_version             = "5.19"
  host_instance_type         = "mq.m5.large"
  deployment_mode            = "ACTIVE_STANDBY_MULTI_AZ"
  auto_minor_version_upgrade = true
  subnet_ids                 = var.subnet_ids
  security_groups            = local.groups
  configuration {
    id       = join("", aws_mq_configuration.this[*].id)
    revision = aws_mq_configuration.this[0].latest_revision
  }
  dynamic "user" {
    for_each = nonsensitive(var.users)
    content {
      username = user.value.username
      password = user.value.password
    }
  }
}
`;

const ORDERS = 'module.mq["orders"].aws_mq_broker.this';
const BILLS = 'module.mq["bills"].aws_mq_broker.this';
const CONFIGURATION_OF_ORDERS = 'module.mq["orders"].aws_mq_configuration.this[0]';
const PURGING = CANONICAL_DOCUMENT.replace('"false"', '"true"');

/** Two brokers by the module, in one network of the root. */
function twoByModule(change: { zoneA?: object; group?: object; document?: string } = {}): object {
  const { aws_vpc, aws_subnet, aws_security_group } = brokerByHand().resource;
  return {
    resource: {
      aws_vpc,
      aws_subnet: { ...aws_subnet, a: { ...aws_subnet.a, ...change.zoneA } },
      aws_security_group: { clients: { ...aws_security_group.clients, ...change.group } },
    },
    module: {
      mq: {
        source: './mq',
        for_each: { orders: 'orders', bills: 'bills' },
        name: '${each.key}',
        subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'],
        security_group_ids: ['${aws_security_group.clients.id}'],
        document: change.document ?? CANONICAL_DOCUMENT,
        users: [{ username: 'admin', password: 'Simulated-Password-0' }],
      },
    },
  };
}

async function moduleApplied(aws: SimulatedAws): Promise<Workspace> {
  const workspace = aws.workspace(twoByModule());
  fs.mkdirSync(path.join(workspace.folder, 'mq'));
  fs.writeFileSync(path.join(workspace.folder, 'mq', 'main.tf'), MODULE);
  await workspace.init();
  await workspace.apply();
  return workspace;
}

async function reviewed(workspace: Workspace, configuration: object, ...options: string[]) {
  workspace.write(configuration);
  return reviewOf((await workspace.plan(...options)).json);
}

describeWithTerraform('a plan of brokers in nested modules with for_each and count', (aws) => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await moduleApplied(aws());
  });

  it('follows a replaced subnet to the brokers through variables', async () => {
    const report = await reviewed(workspace, twoByModule({ zoneA: { cidr_block: '10.0.7.0/24' } }));
    expect(effectsIn(report)).toEqual({ [BILLS]: ['replace'], [ORDERS]: ['replace'], 'aws_subnet.a': ['replace'] });
    for (const broker of [BILLS, ORDERS]) {
      const finding = report.findings.find(({ address }) => address === broker)!;
      expect(finding).toMatchObject({
        code: 'broker-replaced',
        attributes: ['subnet_ids'],
        causedBy: ['aws_subnet.a'],
      });
    }
    expect(report.blocked).toBe(true);
  });

  it('follows a new revision to the broker of the same module instance, and to no other', async () => {
    const report = await reviewed(workspace, twoByModule({ document: PURGING }));
    const pending = report.findings.filter(({ effect }) => effect === 'pending');
    expect(pending.map(({ address, causedBy }) => [address, causedBy])).toEqual([
      [BILLS, [CONFIGURATION_OF_ORDERS.replace('orders', 'bills')]],
      [ORDERS, [CONFIGURATION_OF_ORDERS]],
    ]);
    const revised = report.findings.find(({ code }) => code === 'configuration-revised')!;
    expect(revised.details.map(plainText)).toContain('queue >: gcInactiveDestinations false → true');
  });

  it('follows a replaced security group by its id, where a local value hides the reference', async () => {
    const report = await reviewed(workspace, twoByModule({ group: { name: 'others' } }));
    expect(effectsIn(report)).toEqual({
      'aws_security_group.clients': ['fails'],
      [BILLS]: ['in-place'],
      [ORDERS]: ['in-place'],
    });
    const said = saidOf(report, ORDERS).map((text) => text.replace(/sg-\d+/, 'sg-1'));
    expect(said).toEqual([
      `in-place broker-changed-in-place: ${ORDERS} takes security_groups sg-1 → known after apply as it runs, without a reboot, because aws_security_group.clients is replaced.`,
    ]);
  });

  it('names the brokers that -target leaves out', async () => {
    const subnet = await reviewed(
      workspace,
      twoByModule({ zoneA: { cidr_block: '10.0.7.0/24' } }),
      '-target=aws_subnet.a',
    );
    expect(effectsIn(subnet)).toEqual({ [BILLS]: ['replace'], [ORDERS]: ['replace'], 'aws_subnet.a': ['fails'] });
    expect(subnet.findings[0].code).toBe('broker-replaced-next');
    expect(subnet.stacks[0].notes.map(plainText)).toEqual([
      'This plan does not cover the whole stack (-target, -exclude or deferred changes): other changes may follow.',
    ]);
    const revision = await reviewed(
      workspace,
      twoByModule({ document: PURGING }),
      `-target=${CONFIGURATION_OF_ORDERS}`,
    );
    expect(effectsIn(revision)).toEqual({ [ORDERS]: ['pending'], [CONFIGURATION_OF_ORDERS]: ['in-place'] });
  });

  it('counts every broker of a destroy plan, and not what goes with it', async () => {
    const report = await reviewed(workspace, twoByModule(), '-destroy');
    expect(report.summary).toMatchObject({ delete: 4, replace: 0 });
    expect(effectsIn(report)[ORDERS]).toEqual(['delete']);
    expect(effectsIn(report)['aws_vpc.network']).toBeUndefined();
  });

  it('says that a replacement was asked for', async () => {
    const report = await reviewed(workspace, twoByModule(), `-replace=${ORDERS}`);
    expect(saidOf(report, ORDERS)).toEqual([
      `replace broker-replaced: ${ORDERS} is replaced: it gets a new id and new endpoints, and the messages of the old one are lost. The plan was made with -replace.`,
    ]);
    expect(report.findings[0].attributes).toEqual([]);
  });

  it('finds nothing in a plan that only refreshes', async () => {
    const report = await reviewed(workspace, twoByModule(), '-refresh-only');
    expect(report).toMatchObject({ findings: [], drift: [], blocked: false });
  });
});

describeWithTerraform('a plan of a broker by hand', (aws) => {
  const renamed = (more: object = {}): object => {
    const { resource } = brokerByHand();
    return { resource: { ...resource, aws_mq_broker: { renamed: resource.aws_mq_broker.orders } }, ...more };
  };

  it('takes a moved broker for what it is', async () => {
    const moved = renamed({ moved: [{ from: 'aws_mq_broker.orders', to: 'aws_mq_broker.renamed' }] });
    const report = reviewOf(await aws().planOf(brokerByHand(), moved));
    expect(saidOf(report, 'aws_mq_broker.renamed')).toEqual([
      'in-place broker-moved: aws_mq_broker.orders becomes aws_mq_broker.renamed: the broker itself is not touched by that.',
    ]);
    expect(report.blocked).toBe(false);
  });

  it('tells how to move a broker that would be deleted and created', async () => {
    const report = reviewOf(await aws().planOf(brokerByHand(), renamed()));
    expect(effectsIn(report)).toEqual({
      'aws_mq_broker.orders': ['delete'],
      'aws_mq_broker.renamed': ['fails', 'create'],
    });
    expect(plainText(report.findings[0].remedy)).toContain('If it is the same broker, add a moved block');
    expect(report.findings[0].details.map(plainText)).toEqual([
      'moved from aws_mq_broker.orders to aws_mq_broker.renamed',
    ]);
  });

  it('says that a forgotten broker goes on', async () => {
    const { resource } = brokerByHand();
    const others = Object.fromEntries(Object.entries(resource).filter(([type]) => type !== 'aws_mq_broker'));
    const removed = [{ from: 'aws_mq_broker.orders', lifecycle: [{ destroy: false }] }];
    const report = reviewOf(await aws().planOf(brokerByHand(), { resource: others, removed }));
    expect(effectsIn(report)).toEqual({ 'aws_mq_broker.orders': ['in-place'] });
    expect(report.findings[0].code).toBe('broker-forgotten');
  });

  it('says that an imported broker comes under Terraform', async () => {
    const { folder } = await aws().applied(brokerByHand());
    const [, id] = /"id": "(b-[^"]+)"/.exec(fs.readFileSync(path.join(folder, 'terraform.tfstate'), 'utf8'))!;
    const other = aws().workspace({ ...brokerByHand(), import: [{ to: 'aws_mq_broker.orders', id }] });
    await other.init();
    const report = reviewOf((await other.plan()).json);
    expect(report.findings.map(({ code }) => code)).toContain('broker-imported');
  });

  it('fails for a plan that met an error', async () => {
    const kept = (name: string) =>
      brokerByHand({ broker: { broker_name: name, lifecycle: { prevent_destroy: true } } });
    const workspace = await aws().applied(kept('orders'));
    workspace.write(kept('others'));
    const { code } = await workspace.tryRun('plan', '-out=errored');
    expect(code).toBe(1);
    const { stdout } = await workspace.run('show', '-json', 'errored');
    const report = reviewOf(JSON.parse(stdout) as object);
    expect(effectsIn(report)).toMatchObject({ '(plan)': ['fails'], 'aws_mq_broker.orders': ['replace'] });
  });

  it('reviews resources, not data sources', async () => {
    const data = { aws_mq_broker: { same: { broker_id: '${aws_mq_broker.orders.id}' } } };
    const change = { host_instance_type: 'mq.m5.xlarge', apply_immediately: true };
    const report = reviewOf(
      await aws().planOf({ ...brokerByHand(), data }, { ...brokerByHand({ broker: change }), data }),
    );
    expect(effectsIn(report)).toEqual({ 'aws_mq_broker.orders': ['reboot', 'in-place'] });
  });

  it('names the causes of a chain: the VPC, its subnets, the broker', async () => {
    const after = brokerByHand();
    (after.resource as Resources).aws_vpc.network.cidr_block = '10.0.0.0/15';
    const report = reviewOf(await aws().planOf(brokerByHand(), after));
    const broker = report.findings.find(({ address }) => address === 'aws_mq_broker.orders')!;
    expect(broker.causedBy).toEqual(['aws_subnet.a', 'aws_subnet.b', 'aws_vpc.network']);
    expect(plainText(broker.message)).toContain(
      'because aws_subnet.a is replaced (because aws_vpc.network is replaced) and aws_subnet.b is replaced (because aws_vpc.network is replaced)',
    );
  });

  it('takes a configuration that is replaced for a change of the broker that waits', async () => {
    const report = reviewOf(await aws().planOf(brokerByHand(), brokerByHand({ configuration: { name: 'others' } })));
    expect(effectsIn(report)).toEqual({
      'aws_mq_broker.orders': ['pending'],
      'aws_mq_configuration.orders': ['replace'],
    });
    expect(report.findings.find(({ effect }) => effect === 'pending')?.causedBy).toEqual([
      'aws_mq_configuration.orders',
    ]);
  });
});
