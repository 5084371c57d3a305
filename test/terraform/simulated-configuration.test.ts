import { brokerByHand, CANONICAL_DOCUMENT } from './fixtures';
import { describeWithTerraform, type Plan, type Workspace } from './terraform';

const configurationOf = (plan: Plan) =>
  plan.resource_changes?.find(({ type }) => type === 'aws_mq_configuration')?.change;
const brokerOf = (plan: Plan) => plan.resource_changes?.find(({ type }) => type === 'aws_mq_broker')?.change;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACE = 'xmlns="http://activemq.apache.org/schema/core"';

function configurationsByHand(documents: Record<string, string>) {
  const engine = { engine_type: 'ActiveMQ', engine_version: '5.19' };
  const configurations = Object.entries(documents).map(([name, data]) => [name, { name, ...engine, data }]);
  return { resource: { aws_mq_configuration: Object.fromEntries(configurations) as object } };
}

async function plannedByName(workspace: Workspace): Promise<Record<string, string>> {
  const { json } = await workspace.plan();
  const changes = json.resource_changes ?? [];
  return Object.fromEntries(changes.map(({ address, change }) => [address.split('.')[1], change.actions.join()]));
}

describeWithTerraform('the simulated configuration', (aws) => {
  it('plans a change for ever where the document is not in the form AWS keeps', async () => {
    const workspace = await aws().applied(
      configurationsByHand({
        canonical: `${DECLARATION}<broker persistent="true" ${NAMESPACE}></broker>`,
        white_space_apart: `${DECLARATION}\n<broker\n  persistent="true" ${NAMESPACE}\n/>\n`,
        no_declaration: `<broker persistent="true" ${NAMESPACE}></broker>`,
        unsorted: `${DECLARATION}<broker ${NAMESPACE} persistent="true"></broker>`,
        comment: `${DECLARATION}<broker persistent="true" ${NAMESPACE}><!-- durable --></broker>`,
        not_permitted: `${DECLARATION}<broker brokerName="orders" persistent="true" ${NAMESPACE}></broker>`,
        expression: `${DECLARATION}<broker persistent="$\${durable}" ${NAMESPACE}></broker>`,
        foreign_element: `${DECLARATION}<broker ${NAMESPACE}><managementContext></managementContext></broker>`,
      }),
    );
    const planned = {
      canonical: 'no-op',
      white_space_apart: 'no-op',
      no_declaration: 'update',
      unsorted: 'update',
      comment: 'update',
      not_permitted: 'update',
      expression: 'update',
      foreign_element: 'update',
    };
    expect(await plannedByName(workspace)).toEqual(planned);
    await workspace.apply();
    expect(await plannedByName(workspace)).toEqual(planned);
  });

  it('drops what is not permitted, and only the service says so', async () => {
    const document = `${DECLARATION}<broker brokerName="a" persistent="#{b}" ${NAMESPACE}><jetty></jetty></broker>`;
    const workspace = aws().workspace(configurationsByHand({ dropping: document }));
    await workspace.init();
    const { output } = await workspace.apply();
    expect(output).not.toMatch(/warning/i);
    const { calls, objects } = await aws().account();
    expect(calls.find(({ operation }) => operation === 'UpdateConfiguration answered')?.input).toMatchObject({
      warnings: [
        { reason: 'DISALLOWED_ATTRIBUTE_REMOVED', elementName: 'broker', attributeName: 'brokerName' },
        { reason: 'INVALID_ATTRIBUTE_VALUE_REMOVED', elementName: 'broker', attributeName: 'persistent' },
        { reason: 'DISALLOWED_ELEMENT_REMOVED', elementName: 'jetty' },
      ],
    });
    expect(Object.values(objects['mq-configuration'])[0].revisions).toContainEqual({
      description: '',
      data: `${DECLARATION}\n<broker ${NAMESPACE}></broker>\n`,
    });
  });

  it('has AWS’s default as revision 1 and the document as revision 2', async () => {
    const configuration = brokerByHand();
    const workspace = await aws().applied({
      ...configuration,
      output: { revision: { value: '${aws_mq_configuration.orders.latest_revision}' } },
    });
    expect(await workspace.outputs()).toEqual({ revision: 2 });
    const [{ revisions }] = Object.values((await aws().account()).objects['mq-configuration']);
    expect(revisions).toEqual([
      {
        description: 'Auto-generated default for orders on ActiveMQ 5.19',
        data: expect.stringContaining('inactiveTimoutBeforeGC="600000"'),
      },
      { description: '', data: expect.stringContaining('schedulePeriodForDestinationPurge="0"') },
    ]);
  });

  it('gives a broker its new revision in the same apply, which then waits for the reboot', async () => {
    const workspace = await aws().applied(brokerByHand());
    workspace.write(
      brokerByHand({ configuration: { data: CANONICAL_DOCUMENT.replace('Purge="0"', 'Purge="60000"') } }),
    );
    const { json } = await workspace.plan();
    expect(configurationOf(json)).toMatchObject({ actions: ['update'], after_unknown: { latest_revision: true } });
    expect(brokerOf(json)).toMatchObject({
      actions: ['update'],
      after_unknown: { configuration: [{ revision: true }] },
    });
    await workspace.apply();
    const waiting = (await workspace.plan()).json;
    expect(configurationOf(waiting)?.actions).toEqual(['no-op']);
    expect(brokerOf(waiting)).toMatchObject({
      actions: ['update'],
      before: { configuration: [{ revision: 2 }] },
      after: { configuration: [{ revision: 3 }] },
    });
  });

  it('makes a new revision for another description', async () => {
    const workspace = await aws().applied(brokerByHand());
    workspace.write(brokerByHand({ configuration: { description: 'for orders' } }));
    expect(configurationOf((await workspace.plan()).json)?.after_unknown).toMatchObject({ latest_revision: true });
    await workspace.apply();
    expect(configurationOf((await workspace.plan()).json)?.after).toMatchObject({
      description: 'for orders',
      latest_revision: 3,
    });
  });

  it('stays in the account when it is destroyed, and keeps its name', async () => {
    const workspace = await aws().applied(brokerByHand());
    await workspace.destroy();
    expect(Object.values((await aws().account()).objects['mq-configuration'])).toEqual([
      expect.objectContaining({ name: 'orders' }),
    ]);
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output.replace(/[│\s]+/g, ' ')).toContain(
      'ConflictException: This configuration name already exists. Retry your request with another configuration name.',
    );
  });

  it('is replaced for another engine version', async () => {
    const plan = await aws().planOf(brokerByHand(), brokerByHand({ configuration: { engine_version: '5.18' } }));
    expect(configurationOf(plan)?.replace_paths).toEqual([['engine_version']]);
  });

  it('refuses what is not XML, and a value that the schema forbids', async () => {
    const workspace = aws().workspace(
      configurationsByHand({
        broken: '<broker>',
        value: `<broker ${NAMESPACE} advisorySupport="invalid" populateJMSXUserID="invalid"></broker>`,
        choice: `<broker ${NAMESPACE}><transportConnectors><transportConnector name="amqp"/></transportConnectors></broker>`,
        range: `<broker ${NAMESPACE}><systemUsage><systemUsage><memoryUsage><memoryUsage percentOfJvmHeap="71"/></memoryUsage></systemUsage></systemUsage></broker>`,
      }),
    );
    await workspace.init();
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    const printed = output.replace(/[│\s]+/g, ' ');
    for (const reason of [
      'unclosed tag: broker',
      "cvc-datatype-valid.1.2.1: 'invalid' is not a valid value for 'boolean'.",
      "cvc-enumeration-valid: Value 'amqp' is not facet-valid with respect to enumeration '[openwire]'.",
      "cvc-maxInclusive-valid: Value '71' is not facet-valid with respect to maxInclusive '70'.",
    ])
      expect(printed).toContain(reason);
    expect(printed.match(/BadRequestException: The configuration data is invalid/g)).toHaveLength(4);
  });
});
