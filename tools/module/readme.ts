import { ACKNOWLEDGEABLE, BROKER_PRECONDITIONS, CONFIGURATION_PRECONDITIONS } from './module-rules';
import { ownCodesTable, type RuleOfInput, rulesOfInputs, withOwnCodes } from './own-codes';
import { sourceNote, sourceOf } from './source';
import { VARIABLES } from './variables';

/** README of the module, with the tables that module documentation usually has. */
export function readme(tables: string): string {
  return `<!-- Made by tools/generate-module.ts: change tools/module/readme.ts, then npm run generate:module. -->

# Amazon MQ for ActiveMQ

A broker that survives the loss of an Availability Zone, keeps its queues and topics, and allows no access until you grant
it: made from the constructs of \`cdktf-amazon-mq\`, for teams that write HCL and for CDKTF stacks that consume modules.
The plan fails where Amazon MQ or the provider would reject or silently drop an input. Its message has the code of the
rule, the value that it got, what is allowed, and what to do.

## Usage

\`\`\`hcl
module "orders" {
  source = "${sourceOf('activemq')}"

  broker_name = "orders"
  allow_from = {
    office = { protocols = ["openwire", "web_console"], ipv4_cidr = "10.20.0.0/16" }
  }
}

output "url" {
  value = module.orders.openwire_failover_url
}
\`\`\`

${sourceNote('activemq')}

One instance in subnets that exist, for the clients in a security group, with a document and two users:

\`\`\`hcl
module "telemetry" {
  source = "${sourceOf('activemq')}"

  broker_name     = "telemetry"
  deployment_mode = "SINGLE_INSTANCE"
  network = {
    vpc_id     = module.vpc.vpc_id
    subnet_ids = [module.vpc.private_subnets[0]]
  }
  allow_from = {
    shop = { protocols = ["openwire"], security_group_id = aws_security_group.shop.id }
  }
  document = file("\${path.module}/activemq.xml")
  users = {
    operator = { console_access = true }
    devices  = { secret = { id = "telemetry/devices", field = "password" } }
  }
}
\`\`\`

More: [active-standby](examples/active-standby/main.tf), [existing-network](examples/existing-network/main.tf) with a security group
and a secret name of your own, [single-instance](examples/single-instance/main.tf) on EBS with a document,
[monitored](examples/monitored/main.tf) with alarms and a dashboard, and
[network-of-brokers](examples/network-of-brokers/main.tf) of three calls.

Modules beside this one: [activemq-alarms](../activemq-alarms/README.md), [activemq-dashboard](../activemq-dashboard/README.md),
[activemq-log-groups](../activemq-log-groups/README.md) for log retention, and [activemq-lambda](../activemq-lambda/README.md).

A CDKTF stack uses it through the bindings that \`cdktf get\` makes, as
[examples/consume-module](../../examples/consume-module/main.ts) does: name the module in \`terraformModules\` of cdktf.json.

You configure the provider: Region, credentials, default tags. Names under \`allow_from\` and \`users\` are keys of
resources, so they must be known in the plan. Ids and ranges can be known only after the apply.

## Regions and accounts

The module configures no provider. For a broker in another Region or account, pass a provider with an alias:

\`\`\`tf
provider "aws" {
  alias  = "frankfurt"
  region = "eu-central-1"
}

module "orders" {
  source    = "${sourceOf('activemq')}"
  providers = { aws = aws.frankfurt }

  broker_name = "orders"
}
\`\`\`

Every resource and data source of the call follows it, also the policy of the logs. This works in each version of the provider
from 5.100 on, below 7.

## Network of brokers

\`network_of_brokers\` makes a broker a member of a network: clients use any member, and messages go to the member that has a
consumer. The [example](examples/network-of-brokers/main.tf) has three members.

- Every member has the input, with \`{}\` at least: it gets the policy by which messages follow their consumers, and the user
  \`network\`.
- One of two members that are connected holds the connectors: \`connectors = { a = module.a.openwire_urls }\`. A new member holds
  those to all others, so no other member reboots. Connectors pass messages in both directions.
- All members have one password. The first generates it; the others read it:
  \`secret = { id = module.a.secret_arns["network"], field = "password" }\`.
- The holder needs \`allow_to\` port 61617 of the other member, and the other member \`allow_from\` the holder with \`openwire\`.
  In one VPC name the security groups, across VPCs their CIDR blocks.
- With \`ldap\`, the directory authenticates connectors as well: create the user there too, with the same password.
- \`ttl\` is the most hops between two members: 1 if every member is connected to every other one.

[docs/network-of-brokers.md](../../docs/network-of-brokers.md) says how clients connect and what a network does to messages.

## Deletion protection

\`prevent_destroy\` takes no variable, so the module sets it on a guard instead of the broker:
\`terraform_data.deletion_protection\`, which exists if \`deletion_protection\` is true. A plan that replaces or destroys the
broker also has to replace or destroy the guard, so it fails as a whole: “Resource
module.orders.terraform_data.deletion_protection[0] has lifecycle.prevent_destroy set”. The same failure protects the
secrets with generated passwords.

A plan with \`deletion_protection = false\` destroys the guard, so it fails too. To delete the broker, remove the guard
from the state first. Then plan with \`deletion_protection = false\`:

\`\`\`sh
terraform state rm 'module.orders.terraform_data.deletion_protection[0]'
\`\`\`

The guard does not cover everything. If you remove the module call, the guard goes with it, and Terraform destroys the
broker. It does not protect the broker from the API of Amazon MQ.

## Messages

Each message has a code, what was got, what is allowed, what to do, and why in brackets. [docs/rules.md](../../docs/rules.md) and
[docs/document.md](../../docs/document.md) explain the codes that the module shares with the constructs. These are its own:

${ownCodesTable(OWN_CODES)}

If a rule does not hold for you, acknowledge it by its code, with the reason:

\`\`\`tf
acknowledge = {
  standby-micro = "a test environment: it may run out of memory"
}
\`\`\`

The module takes these codes: ${ACKNOWLEDGEABLE.map((code) => `\`${code}\``).join(', ')}. The other rules are about the form of one
input. Terraform before 1.9 allows them to look at nothing but that input, so they cannot be acknowledged.

## What the module leaves out

| Feature | Reason | Instead |
| --- | --- | --- |
| replication to another Region | a replica is a broker of another Region, which is promoted and not applied | \`ReplicaBroker\` of the npm package |
| passwords that rotate | two passwords that take turns need code in Lambda, or a plan for each turn | \`rotatingUsers\` of the npm package |
| moves to a new broker | its phases change several brokers and what clients read | \`BrokerMove\` of the npm package |
| networks of brokers as one call | a call makes one broker; who is connected to whom is in the calls | “Network of brokers” above, or \`NetworkOfBrokers\`, which also orients the edges and finds circles |
| the policy of a network in a document of yours | Terraform cannot parse XML, so it cannot add to it | leave \`document\` out, or write the filter of [member.xml.tftpl](documents/member.xml.tftpl) into each policy entry of queues: the plan fails until it is there |
| import of log groups | Terraform allows import blocks in the root module only | [activemq-log-groups](../activemq-log-groups/README.md) says what to write |
| VPC endpoints for Lambda | a broker without Lambda needs none | \`aws_vpc_endpoint\` in \`subnet_ids\`, or \`lambdaEndpoints\` of \`BrokerVpc\` |
| the size of subnets | each is a quarter of the VPC, and every broker fits into the smallest one | \`vpc_cidr\`, or \`subnetPrefixLength\` of \`BrokerVpc\` |
| copies of secrets in other Regions | a replica is not made by the module either | a secret of your own in \`secret\`, or \`replicaRegions\` of \`Password.generated\` |
| versions of a secret by their stage | the broker follows the current version | \`versionStage\` of \`Password.fromSecret\` |
| \`region\` as an input | Terraform has no optional arguments of resources, and version 5 of the provider rejects \`region\` | a provider with an alias: see “Regions and accounts” |
| checks of the whole document | Terraform cannot parse XML | [\`cdktf-amazon-mq check\`](../../docs/document.md#check-a-document), for files and for templates of \`templatefile\` |

The module checks root, declaration, order of attributes, and the names of elements and attributes of a document.
\`cdktf-amazon-mq format\` writes the form that Amazon MQ stores.

## Tests

\`terraform test\` in this folder (Terraform 1.7 or later, for mocks) reaches no AWS account. The tests of the package run it
with Terraform 1.11.4, and with OpenTofu 1.10.10 after they write tests/mocks into the tests: this version of OpenTofu knows
no \`source\` of a \`mock_provider\`. With both they apply the module with every input and the samples above against a local
stand-in for AWS, with provider 5.100.0; version 6 of the provider is simulated. The module uses nothing newer than
Terraform 1.5.7, which OpenTofu 1.6 and later have as well.

${tables}`;
}

/** The rules that only the module has, by code, with what each is about. */
const OWN_CODES: readonly RuleOfInput[] = withOwnCodes([
  ...rulesOfInputs(VARIABLES),
  ...[...BROKER_PRECONDITIONS, ...CONFIGURATION_PRECONDITIONS].map((rule): RuleOfInput => [
    rule.subject ?? 'document',
    rule,
  ]),
]).map(([about, rule]) => [rule.code === 'input-key' ? 'inputs with keys' : `\`${about}\``, rule]);
