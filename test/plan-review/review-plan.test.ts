import { gzipSync } from 'node:zlib';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { plainText } from '../../src/util/phrase';
import { BROKER, planByHand } from './plan-fixture';
import { effectsIn, reviewOf, saidOf } from './review-of';

describe('the effects of a broker', () => {
  it('are one finding each, with the arguments that have it', () => {
    const report = reviewOf(
      planByHand({
        'aws_mq_broker.orders': {
          before: {
            ...BROKER,
            maintenance_window_start_time: [{ day_of_week: 'SUNDAY', time_of_day: '03:00', time_zone: 'UTC' }],
          },
          after: { engine_version: '5.19', storage_type: 'EFS', tags: { a: 'b' }, apply_immediately: false },
        },
      }),
    );
    expect(saidOf(report, 'aws_mq_broker.orders')).toEqual([
      'no-effect broker-argument-ignored: aws_mq_broker.orders is planned to change storage_type efs → EFS, but the provider sends that only when it creates a broker: nothing happens, and every plan shows it again.',
      'pending broker-change-pending: aws_mq_broker.orders takes this only at its next reboot, in the maintenance window (SUNDAY 03:00 UTC); every plan until then shows it again. It changes engine_version 5.18 → 5.19.',
      'in-place broker-changed-in-place: aws_mq_broker.orders takes tags as it runs, without a reboot.',
    ]);
    expect(plainText(report.findings[0].remedy)).toBe('Write efs, as Amazon MQ gives it back.');
  });

  it.each<[string, window: object, after: object, unknown: object, expected: string]>([
    ['in its own time zone', { time_zone: 'Europe/Berlin' }, {}, {}, 'window (SUNDAY 03:00 Europe/Berlin);'],
    ['in UTC without a time zone', {}, {}, {}, 'window (SUNDAY 03:00 UTC);'],
    ['after a change of it', {}, { day_of_week: 'MONDAY' }, {}, 'window (MONDAY 03:00 UTC);'],
    ['not without its day', { day_of_week: null }, {}, {}, 'window;'],
    ['not without its time', { time_of_day: null }, {}, {}, 'window;'],
    ['not where its day is known only after the apply', {}, { day_of_week: null }, { day_of_week: true }, 'window;'],
  ])('name the maintenance window %s', (_what, window, after, unknown, expected) => {
    const before = { day_of_week: 'SUNDAY', time_of_day: '03:00', ...window };
    const change = {
      before: { ...BROKER, maintenance_window_start_time: [before] },
      after: { engine_version: '5.19', maintenance_window_start_time: [{ ...before, ...after }] },
      unknown: { maintenance_window_start_time: [unknown] },
    };
    expect(saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders')[0]).toContain(
      `at its next reboot, in the maintenance ${expected}`,
    );
  });

  it('name the window that a plan takes away, which the broker keeps', () => {
    const window = { day_of_week: 'SUNDAY', time_of_day: '03:00', time_zone: 'UTC' };
    const change = {
      before: { ...BROKER, maintenance_window_start_time: [window] },
      after: { engine_version: '5.19', maintenance_window_start_time: [] },
    };
    expect(saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders')[0]).toContain(
      'in the maintenance window (SUNDAY 03:00 UTC);',
    );
  });

  it.each<[string, before: string[] | undefined, after: string[], expected: string]>([
    ['what is added', ['sg-1'], ['sg-3', 'sg-2', 'sg-1'], '+ sg-2 and sg-3'],
    ['what is removed', ['sg-3', 'sg-1', 'sg-2'], ['sg-1'], '− sg-2 and sg-3'],
    ['both', ['sg-1', 'sg-2'], ['sg-2', 'sg-3'], '+ sg-3 − sg-1'],
    ['what comes where there was none', undefined, ['sg-2', 'sg-1'], '+ sg-1 and sg-2'],
  ])('name of a list only %s, in order', (_what, before, after, expected) => {
    const change = { before: { ...BROKER, security_groups: before }, after: { security_groups: after } };
    expect(saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders')).toContain(
      `in-place broker-changed-in-place: aws_mq_broker.orders takes security_groups ${expected} as it runs, without a reboot.`,
    );
  });

  it('name the whole list where what follows is known only after the apply', () => {
    const change = {
      before: { ...BROKER, security_groups: ['sg-2', 'sg-1'] },
      after: { security_groups: null },
      unknown: { security_groups: true },
    };
    expect(saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders')).toContain(
      'in-place broker-changed-in-place: aws_mq_broker.orders takes security_groups sg-1 and sg-2 → known after apply as it runs, without a reboot.',
    );
  });

  it('take an unknown apply_immediately for the worst', () => {
    const change = { before: BROKER, after: { engine_version: '5.19' }, unknown: { apply_immediately: true } };
    expect(saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders')[0]).toBe(
      'reboot broker-rebooted: aws_mq_broker.orders reboots during the apply (apply_immediately is known only after the apply: at worst it does not wait for the maintenance window), and every connection is cut until the broker is back. It changes engine_version 5.18 → 5.19.',
    );
  });

  it('tell a replacement for ever by letter case', () => {
    const change = {
      action: 'replace',
      before: BROKER,
      after: { engine_type: 'ACTIVEMQ' },
      forcedBy: ['engine_type'],
    } as const;
    const [finding] = reviewOf(planByHand({ 'aws_mq_broker.orders': change })).findings;
    expect(plainText(finding.remedy)).toBe(
      'engine_type differs in letter case only, and every plan will replace the broker again: write ActiveMQ.',
    );
  });

  it.each([
    ['replace_because_tainted', 'It is marked as tainted.'],
    ['replace_by_request', 'The plan was made with -replace.'],
    ['replace_by_triggers', 'Its replace_triggered_by names something that changes.'],
    ['replace_for_reasons_of_next_year', 'the messages of the old one are lost.'],
  ])('tell a replacement that no argument forces by its reason: %s', (action_reason, why) => {
    const after = { subnet_ids: ['subnet-2'] };
    const change = { action: 'replace', before: BROKER, after, more: { action_reason } } as const;
    const [finding] = reviewOf(planByHand({ 'aws_mq_broker.orders': change })).findings;
    expect(plainText(finding.message).endsWith(why)).toBe(true);
    expect(plainText(finding.remedy)).toMatch(/^Create the new broker beside the old one and move to it, /);
  });

  it('tell of Terraform before 1.0 what replaces the broker, which it does not say', () => {
    const change = { action: 'replace', before: BROKER, after: { subnet_ids: ['subnet-2'] } } as const;
    const [finding] = reviewOf(planByHand({ 'aws_mq_broker.orders': change })).findings;
    expect(finding.attributes).toEqual(['subnet_ids']);
    expect(plainText(finding.message)).toContain('Forced by subnet_ids + subnet-2 − subnet-1.');
  });

  it.each<[string, after: object, unknown: object]>([
    ['to another one', { deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ' }, {}],
    ['to one that is known only after the apply', { deployment_mode: undefined }, { deployment_mode: true }],
  ])('take a mode that changes %s for what it is', (_what, after, unknown) => {
    const change = { action: 'replace', before: BROKER, after, unknown, forcedBy: ['deployment_mode'] } as const;
    const [finding] = reviewOf(planByHand({ 'aws_mq_broker.orders': change })).findings;
    expect(plainText(finding.remedy)).toMatch(/^Keep deployment_mode as it is; or create the new broker /);
  });

  it('show no value that is not meant to be shown, and of a long one its beginning', () => {
    const change = {
      before: BROKER,
      after: { engine_version: `5.${'1'.repeat(120)}2`, tags: undefined },
      unknown: { tags: true },
    };
    const said = saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders').join(' ');
    expect(said).toContain(`engine_version 5.18 → 5.${'1'.repeat(118)}…`);
    expect(said).toContain('takes tags (known after apply) as it runs');
  });

  it.each<[string, before: object, after: object, expected: string]>([
    [
      'a RabbitMQ cluster',
      { engine_type: 'RabbitMQ', engine_version: '3.13', deployment_mode: 'CLUSTER_MULTI_AZ' },
      { host_instance_type: 'mq.m5.xlarge' },
      'its nodes reboot one after the other, each with its connections',
    ],
    [
      'a pair',
      { deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ' },
      { engine_version: '5.19' },
      'every connection is cut until the clients fail over',
    ],
    [
      'a broker whose mode nobody wrote',
      { deployment_mode: undefined },
      { engine_version: '5.19' },
      'every connection is cut until the broker is back',
    ],
  ])('say what a reboot does to the connections of %s', (_what, before, after, expected) => {
    const change = { before: { ...BROKER, apply_immediately: true, ...before }, after };
    expect(
      saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders').join(' '),
    ).toContain(`it does not wait for the maintenance window), and ${expected}.`);
  });

  it.each<[string, before: unknown, after: unknown, expected: string]>([
    [
      'the argument of a block that stays',
      [{ general: true, audit: 'true' }],
      [{ general: false, audit: 'true' }],
      'logs.general',
    ],
    ['a block that comes', [], [{ general: true }], 'logs'],
    ['a block that comes where nothing was', null, [{ general: true }], 'logs'],
    ['a block that goes', [{ general: true }], [], 'logs'],
  ])('name %s', (_what, before, after, expected) => {
    const change = { before: { ...BROKER, logs: before }, after: { logs: after } };
    const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': change }));
    expect(findings.find(({ code }) => code === 'broker-change-pending')?.attributes).toEqual([expected]);
  });

  it('name a value on one line, and what was not set', () => {
    const window = (values: object) => [{ day_of_week: 'SUNDAY', time_of_day: '03:00', ...values }];
    const change = {
      before: { ...BROKER, maintenance_window_start_time: window({ time_zone: '' }) },
      after: { maintenance_window_start_time: window({ time_zone: 'Europe/ \n Berlin' }) },
    };
    expect(
      saidOf(reviewOf(planByHand({ 'aws_mq_broker.orders': change })), 'aws_mq_broker.orders').join(' '),
    ).toContain('takes maintenance_window_start_time.time_zone not set → Europe/ Berlin as it runs');
  });

  it('tell to take back what is ignored, where not only its letters differ', () => {
    const after = { storage_type: 'EFS', authentication_strategy: 'ldap' };
    const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': { before: BROKER, after } }));
    expect(plainText(findings.find(({ code }) => code === 'broker-argument-ignored')!.remedy)).toBe(
      'Take the change back, or put authentication_strategy and storage_type under ignore_changes; only a new broker can have it.',
    );
  });

  it('tell the removal of the default group for ever', () => {
    const report = reviewOf(planByHand({ 'aws_mq_broker.orders': { before: BROKER, after: { security_groups: [] } } }));
    expect(effectsIn(report)).toEqual({ 'aws_mq_broker.orders': ['no-effect'] });
    expect(report.findings[0].code).toBe('default-security-group');
    const tagged = { before: BROKER, after: { security_groups: [], tags: { a: 'b' } } };
    expect(effectsIn(reviewOf(planByHand({ 'aws_mq_broker.orders': tagged })))).toEqual({
      'aws_mq_broker.orders': ['no-effect', 'in-place'],
    });
  });

  it('count a deposed broker, which still holds messages', () => {
    const change = { action: 'delete', before: BROKER, more: { deposed: '0a1b2c3d' } } as const;
    const report = reviewOf(planByHand({ 'aws_mq_broker.orders': change }));
    expect(report.findings.map(({ code }) => code)).toEqual(['broker-deposed-deleted']);
  });

  it('say where a cause cannot be seen', () => {
    const plan = planByHand({
      'aws_mq_broker.orders': {
        before: BROKER,
        after: { configuration: [{}] },
        unknown: { configuration: [{ id: true, revision: true }] },
      },
    });
    expect(saidOf(reviewOf(plan), 'aws_mq_broker.orders')[0]).toContain(
      'What configuration.id and configuration.revision follows from cannot be seen in the plan: it comes through a local value or a dynamic block.',
    );
  });
});

describe('a cause of a change that cannot be seen', () => {
  it('is not told where another one can be', () => {
    const plan = planByHand({
      'aws_mq_broker.orders': {
        before: BROKER,
        after: { configuration: [{ id: 'c-1' }] },
        unknown: { configuration: [{ revision: true }] },
        references: { configuration: ['local.x', 'aws_mq_configuration.c.latest_revision'] },
      },
      'aws_mq_configuration.c': {
        before: { id: 'c-1', description: 'a' },
        after: { description: 'b' },
        unknown: { latest_revision: true },
      },
    });
    const [said] = saidOf(reviewOf(plan), 'aws_mq_broker.orders');
    expect(said).toContain('because aws_mq_configuration.c changes');
    expect(said).not.toContain('cannot be seen');
  });
});

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const entries = (...policies: string[]) =>
  `${HEAD}<broker xmlns="http://activemq.apache.org/schema/core"><destinationPolicy><policyMap><policyEntries>${policies.join('')}</policyEntries></policyMap></destinationPolicy></broker>`;

describe('the settings of a document', () => {
  function detailsOf(before: string, after: string) {
    const values = { engine_type: 'ActiveMQ', engine_version: '5.19', data: before };
    const report = reviewOf(planByHand({ 'aws_mq_configuration.c': { before: values, after: { data: after } } }));
    return report.findings.map(({ effect, code, details }) => ({ effect, code, details: details.map(plainText) }));
  }

  it('are compared one by one, wherever they stand', () => {
    const [finding] = detailsOf(
      entries(
        '<policyEntry queue="&gt;" gcInactiveDestinations="true"/>',
        '<policyEntry topic="A"/>',
        '<policyEntry queue="OLD"/>',
      ),
      entries(
        '<policyEntry memoryLimit="1 mb" topic="A"/>',
        '<policyEntry gcInactiveDestinations="false" queue="&gt;"/>',
        '<policyEntry memoryLimit="2 mb" queue="NEW"><deadLetterStrategy><sharedDeadLetterStrategy processExpired="false"/></deadLetterStrategy></policyEntry>',
      ),
    );
    expect(finding.details.slice(0, 5)).toEqual([
      'queue >: gcInactiveDestinations true → false',
      'queue OLD is removed',
      'topic A: memoryLimit not set → 1 mb',
      'queue NEW is added: memoryLimit 2 mb',
      'queue NEW sharedDeadLetterStrategy is added: processExpired false',
    ]);
  });

  it('of a new entry are named in order, and an entry without settings by itself', () => {
    const found = detailsOf(
      entries(),
      entries(
        '<policyEntry queue="NEW" prioritizedMessages="true" memoryLimit="2 mb"/>',
        '<policyEntry topic="BARE"/>',
      ),
    );
    expect(found.find(({ code }) => code === 'configuration-revised')?.details.slice(0, 2)).toEqual([
      'queue NEW is added: memoryLimit 2 mb and prioritizedMessages true',
      'topic BARE is added',
    ]);
  });

  it('of an entry that goes are gone with it', () => {
    const found = detailsOf(
      entries(
        '<policyEntry queue="OLD"><deadLetterStrategy><individualDeadLetterStrategy/></deadLetterStrategy></policyEntry>',
      ),
      entries(),
    );
    expect(found.find(({ code }) => code === 'configuration-revised')?.details).toEqual(['queue OLD is removed']);
  });

  it('do not change by being moved', () => {
    const [finding] = detailsOf(
      entries('<policyEntry queue="A"/>', '<policyEntry queue="B"/>'),
      entries('<policyEntry queue="B"/>', '<policyEntry queue="A"/>'),
    );
    expect(finding.details[0]).toBe('no setting changes: only the text is written differently');
  });

  const broker = (content: string) =>
    `${HEAD}<broker xmlns="http://activemq.apache.org/schema/core">${content}</broker>`;
  const authorization = (entry: string) =>
    broker(
      `<plugins><authorizationPlugin><map><authorizationMap><authorizationEntries>${entry}</authorizationEntries></authorizationMap></map></authorizationPlugin></plugins>`,
    );
  const connector = (content: string) =>
    broker(`<networkConnectors><networkConnector name="hub" uri="static:(ssl://hub:61617)">${content}`).replace(
      '</broker>',
      '</networkConnector></networkConnectors></broker>',
    );
  const plugins = (...flags: boolean[]) =>
    broker(
      `<plugins>${flags.map((flag) => `<forcePersistencyModeBrokerPlugin persistenceFlag="${flag}"/>`).join('')}</plugins>`,
    );

  it.each<[string, before: string, after: string, expected: string[]]>([
    [
      'of the broker by its element',
      broker(''),
      broker('').replace('<broker ', '<broker persistent="false" '),
      ['broker: persistent not set → false'],
    ],
    [
      'of several attributes in the order of their names',
      broker(''),
      broker('').replace('<broker ', '<broker start="true" persistent="false" advisorySupport="true" '),
      ['broker: advisorySupport not set → true', 'broker: persistent not set → false', 'broker: start not set → true'],
    ],
    [
      'of a queue by its element and name',
      broker('<destinations/>'),
      broker('<destinations><queue physicalName="ORDERS"/></destinations>'),
      ['queue ORDERS is added'],
    ],
    [
      'of a topic by its element and name',
      broker('<destinations><topic physicalName="NEWS"/></destinations>'),
      broker('<destinations/>'),
      ['topic NEWS is removed'],
    ],
    [
      'of a permission by the queue that it is for',
      authorization('<authorizationEntry queue="ORDERS.&gt;" read="a"/>'),
      authorization('<authorizationEntry queue="ORDERS.&gt;" read="b"/>'),
      ['authorizationEntry queue ORDERS.>: read a → b'],
    ],
    [
      'of a permission by the topic that it is for',
      authorization('<authorizationEntry read="a" topic="NEWS"/>'),
      authorization('<authorizationEntry read="a" topic="NEWS" write="b"/>'),
      ['authorizationEntry topic NEWS: write not set → b'],
    ],
    [
      'of what is inside of an entry with its name',
      connector(''),
      connector('<excludedDestinations><queue physicalName="LOCAL"/></excludedDestinations>'),
      ['networkConnector hub queue LOCAL is added'],
    ],
    [
      'of an entry that changes its name as one that goes and one that comes',
      connector(''),
      connector('').replace('"hub"', '"other"'),
      ['networkConnector hub is removed', 'networkConnector other is added: uri static:(ssl://hub:61617)'],
    ],
    [
      'of an entry that goes without the credentials in its name',
      connector('').replace('"hub"', '"ssl://app:hush-hush@hub:61617"'),
      connector('').replace('"hub"', '"ssl://app:quiet-now@hub:61617"'),
      [
        'networkConnector ssl://(sensitive)@hub:61617 is removed',
        'networkConnector ssl://(sensitive)@hub:61617 is added: uri static:(ssl://hub:61617)',
      ],
    ],
    [
      'of entries without a name each by itself',
      plugins(false),
      plugins(true, false),
      ['forcePersistencyModeBrokerPlugin is added: persistenceFlag true'],
    ],
    [
      'of three entries without a name each by itself',
      broker('<plugins><timeStampingBrokerPlugin ttlCeiling="1"/></plugins>'),
      broker(
        `<plugins>${[3, 2, 1].map((ttl) => `<timeStampingBrokerPlugin ttlCeiling="${ttl}"/>`).join('')}</plugins>`,
      ),
      ['timeStampingBrokerPlugin is added: ttlCeiling 2', 'timeStampingBrokerPlugin is added: ttlCeiling 3'],
    ],
    [
      'of entries without a name not when they change places',
      plugins(true, false),
      plugins(false, true),
      ['no setting changes: only the text is written differently'],
    ],
    [
      'of an entry that has only entries in it',
      entries(),
      entries(
        '<policyEntry queue="NEW"><deadLetterStrategy><sharedDeadLetterStrategy processExpired="false"/></deadLetterStrategy></policyEntry>',
      ),
      ['queue NEW is added', 'queue NEW sharedDeadLetterStrategy is added: processExpired false'],
    ],
    ['of another kind of document', `${HEAD}<beans/>`, broker(''), ['beans is removed', 'broker is added']],
    ['of a container that comes empty', broker(''), broker('<persistenceAdapter/>'), ['persistenceAdapter is added']],
  ])('are called %s', (_what, before, after, expected) => {
    const found = detailsOf(before, after);
    expect(found.find(({ code }) => code === 'configuration-revised')?.details).toEqual(expected);
  });

  it('show a password nowhere, also where it is not the password', () => {
    const found = detailsOf(
      connector('').replace('name="hub"', 'name="hub" password="Fixture-Password-8"'),
      connector('').replace('name="hub"', 'destinationFilter="Fixture-Password-8" name="hub"'),
    );
    expect(found.find(({ code }) => code === 'configuration-revised')?.details).toEqual([
      'networkConnector hub: destinationFilter not set → (sensitive)',
      'networkConnector hub: password (sensitive) → not set',
    ]);
  });

  it('that Amazon MQ drops never take effect', () => {
    const found = detailsOf(entries('<policyEntry queue="A"/>'), entries('<policyEntry queue="A" color="red"/>'));
    const dropped = found.find(({ code }) => code === 'document-dropped')!;
    expect(dropped.effect).toBe('no-effect');
    expect(dropped.details[0]).toMatch(/^unknown-attribute at .*@color: /);
  });

  it('that Amazon MQ refuses fail the apply', () => {
    const found = detailsOf(
      entries('<policyEntry queue="A"/>'),
      entries('<policyEntry gcInactiveDestinations="maybe" queue="A"/>'),
    );
    expect(found.find(({ code }) => code === 'document-rejected')).toMatchObject({ effect: 'fails' });
    expect(detailsOf(entries(), '<broker><oops></broker>').map(({ code }) => code)).toContain('document-syntax');
  });

  it.each([
    ['without its XML declaration', (xml: string) => xml.replace(HEAD, '')],
    ['with comments', (xml: string) => xml.replace('</broker>', '<!-- for us --></broker>')],
    [
      'with attributes out of order',
      (xml: string) => xml.replace('memoryLimit="1 mb" queue="A"', 'queue="A" memoryLimit="1 mb"'),
    ],
  ])('never settle %s', (departure, rewrite) => {
    const xml = entries('<policyEntry memoryLimit="1 mb" queue="A"/>');
    const form = detailsOf(xml, rewrite(xml)).find(({ code }) => code === 'document-form');
    expect(form).toMatchObject({ effect: 'no-effect' });
    expect(departure).toBeDefined();
  });

  it('are unknown where the document is', () => {
    const report = reviewOf(
      planByHand({
        'aws_mq_configuration.c': { before: { data: entries() }, after: { data: undefined }, unknown: { data: true } },
      }),
    );
    expect(saidOf(report, 'aws_mq_configuration.c')[0]).toContain(
      'is known only after the apply: at worst every setting changes.',
    );
  });
});

describe('the brokers of a configuration', () => {
  const CONFIGURATION = { id: 'c-1', name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.18' };
  const stays = (more: object = {}) => ({ action: 'no-op', before: { ...BROKER, ...more } }) as const;
  const takes = {
    before: BROKER,
    after: { configuration: [{ id: 'c-1', revision: 3 }] },
  };
  const described = { before: { ...CONFIGURATION, description: 'a' }, after: { description: 'b' } };
  const HELD = 'configuration.revision does not follow latest_revision, or ignore_changes holds it.';

  it.each<[string, Parameters<typeof planByHand>[0], string, object?]>([
    ['one that stays', { 'aws_mq_broker.a': stays() }, ` aws_mq_broker.a keeps its revision: ${HELD}`],
    [
      'two that stay',
      { 'aws_mq_broker.a': stays(), 'aws_mq_broker.b': stays() },
      ` aws_mq_broker.a and aws_mq_broker.b keep their revision: ${HELD}`,
    ],
    ['one that takes it', { 'aws_mq_broker.a': takes }, ' It reaches aws_mq_broker.a with this apply: see there.'],
    [
      'one that is replaced',
      { 'aws_mq_broker.a': { action: 'replace', before: BROKER } },
      ' It reaches aws_mq_broker.a with this apply: see there.',
    ],
    [
      'one that takes it and one that stays',
      { 'aws_mq_broker.a': takes, 'aws_mq_broker.b': stays() },
      ` It reaches aws_mq_broker.a with this apply: see there. aws_mq_broker.b keeps its revision: ${HELD}`,
    ],
    [
      'one that changes something else',
      { 'aws_mq_broker.a': { before: BROKER, after: { tags: { a: 'b' } } } },
      ` aws_mq_broker.a keeps its revision: ${HELD}`,
    ],
    [
      'none',
      { 'aws_mq_broker.a': stays({ configuration: [{ id: 'c-2', revision: 2 }] }) },
      ' No broker of this plan uses it; one of another stack takes it when its own revision is set.',
    ],
    ['none that an incomplete plan has', {}, '', { complete: false }],
    [
      'one that an incomplete plan has',
      { 'aws_mq_broker.a': stays() },
      ` aws_mq_broker.a keeps its revision: ${HELD}`,
      { complete: false },
    ],
  ])('are named by what they do about a new revision: %s', (_what, brokers, expected, more = {}) => {
    const report = reviewOf(planByHand({ 'aws_mq_configuration.c': described, ...brokers }, more));
    expect(saidOf(report, 'aws_mq_configuration.c')).toEqual([
      `in-place configuration-revised: aws_mq_configuration.c gets a new revision: description changes.${expected}`,
    ]);
  });

  it.each<[string, Parameters<typeof planByHand>[0], string]>([
    [
      'those that stay',
      { 'aws_mq_broker.a': stays(), 'aws_mq_broker.b': stays(), 'aws_mq_broker.c': takes },
      'aws_mq_broker.a and aws_mq_broker.b still use it: give them another configuration first.',
    ],
    [
      'the one that stays',
      { 'aws_mq_broker.a': stays() },
      'aws_mq_broker.a still uses it: give it another configuration first.',
    ],
    ['none that goes too', { 'aws_mq_broker.a': { action: 'delete', before: BROKER } }, ''],
    ['none that has another', { 'aws_mq_broker.a': stays({ configuration: [{ id: 'c-2', revision: 2 }] }) }, ''],
  ])('are named where it is deleted: %s', (_what, brokers, expected) => {
    const changes = { 'aws_mq_configuration.c': { action: 'delete', before: CONFIGURATION } as const, ...brokers };
    const deleted = reviewOf(planByHand(changes)).findings.find(({ code }) => code === 'configuration-deleted');
    expect(plainText(deleted!.remedy)).toBe(expected);
  });

  it('are told of a replacement what forces it', () => {
    const replaced = (forcedBy: string[], after: object = {}) =>
      saidOf(
        reviewOf(
          planByHand({
            'aws_mq_configuration.c': { action: 'replace', before: CONFIGURATION, after, forcedBy },
            'aws_mq_broker.a': stays(),
          }),
        ),
        'aws_mq_configuration.c',
      );
    const head =
      'replace configuration-replaced: aws_mq_configuration.c is replaced and gets a new id; a configuration contains no messages.';
    expect(replaced(['engine_version'], { engine_version: '5.19' })).toContain(
      `${head} Forced by engine_version 5.18 → 5.19. aws_mq_broker.a keeps its revision: ${HELD}`,
    );
    expect(replaced([])).toContain(`${head} aws_mq_broker.a keeps its revision: ${HELD}`);
  });
});

describe('a text that is no plan', () => {
  it.each<[string, Buffer | string, string]>([
    ['nothing', '', "the file is empty; give the output of 'terraform show -json PLAN'"],
    ['prose with a brace in it', 'so {"a":1}', "this is not JSON; give the output of 'terraform show -json PLAN'"],
    [
      'half of it, behind an empty line',
      '\n{"format_version":',
      "the JSON is cut off or broken; give the output of 'terraform show -json PLAN', whole",
    ],
    ['prose', 'hello', "this is not JSON; give the output of 'terraform show -json PLAN'"],
    [
      'half of it',
      '{"format_version":"1.2","pass',
      "the JSON is cut off or broken; give the output of 'terraform show -json PLAN', whole",
    ],
    [
      'a plan file',
      Buffer.from('PK\x03\x04...'),
      "this is a binary plan file; run 'terraform show -json' on it and give the output",
    ],
    [
      'a plan that is compressed',
      gzipSync('{}'),
      "the file is compressed with gzip; unpack it, and give the output of 'terraform show -json PLAN'",
    ],
    ...(['little', 'big'] as const).map((endian): [string, Buffer, string] => [
      `a plan in ${endian}-endian UTF-16 without a byte order mark`,
      endian === 'little' ? Buffer.from('{}', 'utf16le') : Buffer.from('{}', 'utf16le').swap16(),
      "the file is in UTF-16 without a byte order mark; write it as UTF-8: in PowerShell 'terraform show -json PLAN | Out-File -Encoding utf8 plan.json'",
    ]),
    ...['\uFFFD\uFFFD{}', 'ÿþ{}', 'þÿ{}'].map((text): [string, Buffer, string] => [
      `a plan that was read as if it were not in UTF-16: ${text}`,
      Buffer.from(text),
      "the file was converted from UTF-16 in a way that broke it; write it as UTF-8: in PowerShell 'terraform show -json PLAN | Out-File -Encoding utf8 plan.json'",
    ]),
    [
      'a plan in Latin-1',
      Buffer.from('{"format_version":"1.2","a":"ü"}', 'latin1'),
      "the file is not valid UTF-8; write it as UTF-8: in PowerShell 'terraform show -json PLAN | Out-File -Encoding utf8 plan.json'",
    ],
    [
      'half of a plan that has the word of a log in it',
      '{"format_version":"1.2","variables":{"@level"',
      "the JSON is cut off or broken; give the output of 'terraform show -json PLAN', whole",
    ],
    [
      'the log of a plan behind an empty line',
      '\n {"@level":"info"}\n{"@level":"info"}',
      "this is the log of 'terraform plan -json'; plan with '-out=PLAN' and give the output of 'terraform show -json PLAN'",
    ],
    [
      'a format that is not a number',
      '{"format_version":"Fixture-1.2"}',
      "the plan has an unknown format, and this command reads formats 0.1, 0.2 and 1.x; give the output of 'terraform show -json PLAN'",
    ],
    [
      'a format that only starts with a number',
      '{"format_version":"1.2-Fixture"}',
      "the plan has an unknown format, and this command reads formats 0.1, 0.2 and 1.x; give the output of 'terraform show -json PLAN'",
    ],
    [
      'one line of the log of a plan',
      ' {"@level":"info"}',
      "this is the log of 'terraform plan -json'; plan with '-out=PLAN' and give the output of 'terraform show -json PLAN'",
    ],
    [
      'a state file of an old version',
      '{"serial":1,"resources":[]}',
      "this is a state file; give the output of 'terraform show -json PLAN'",
    ],
    [
      'an object that only has a serial number',
      '{"serial":1}',
      "this is JSON, but no Terraform plan; give the output of 'terraform show -json PLAN'",
    ],
    [
      'a plan with a member twice',
      '{"format_version":"1.2","errored":true,"errored":false,"resource_changes":[]}',
      "errored is there twice, so this is not a plan that Terraform wrote; give the output of 'terraform show -json PLAN'",
    ],
    [
      'a state file',
      '{"version":4,"lineage":"x","resources":[]}',
      "this is a state file; give the output of 'terraform show -json PLAN'",
    ],
    ['a list', '[]', "this is JSON, but no Terraform plan; give the output of 'terraform show -json PLAN'"],
    [
      'the state as JSON',
      '{"format_version":"1.0","values":{}}',
      "this is the JSON of a state, not of a plan; give the output of 'terraform show -json PLAN', with the plan file's name",
    ],
    [
      'format 2',
      '{"format_version":"2.0"}',
      "the plan has format 2.0, and this command reads formats 0.1, 0.2 and 1.x; give the output of 'terraform show -json PLAN'",
    ],
    [
      'the log of a plan',
      '{"@level":"info"}\n{"@level":"info"}',
      "this is the log of 'terraform plan -json'; plan with '-out=PLAN' and give the output of 'terraform show -json PLAN'",
    ],
  ])('%s', (_, text, message) => {
    expect(() => readPlan(Buffer.from(text))).toThrow(
      expect.objectContaining({ name: 'UnreadablePlanError', message }),
    );
  });

  const PLAN = planByHand({ 'aws_mq_broker.orders': { action: 'create', after: BROKER } });

  it.each<[string, (text: string) => Buffer]>([
    ['a byte order mark, in UTF-8', (text) => Buffer.from(`\uFEFF${text}`, 'utf8')],

    ['a line before it that the wrapper of setup-terraform prints', (text) => Buffer.from(`[command]show\n${text}`)],
    ['a byte order mark, in UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['a byte order mark, in big-endian UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    [
      'what the wrapper of setup-terraform prints around it',
      (text) => Buffer.from(`[command]/opt/terraform-bin show -json plan\n${text}\n::debug::exit 0\n`),
    ],
  ])('may yet be a plan with %s', (_what, encoded) => {
    expect(readPlan(encoded(JSON.stringify(PLAN))).changes).toHaveLength(1);
  });

  it('may yet be a plan that jq has laid out', () => {
    expect(readPlan(Buffer.from(JSON.stringify(PLAN, null, 2))).changes).toHaveLength(1);
  });

  it.each([
    ['planned_values', {}],
    ['resource_changes', []],
    ['configuration', {}],
  ])('may yet be a plan without changes, by its %s', (member, value) => {
    const plan = { format_version: '1.2', [member]: value };
    expect(readPlan(Buffer.from(JSON.stringify(plan))).changes).toEqual([]);
  });

  it.each(['0.1', '0.2', '1.0', '1.99'])('is none of those of format %s, which have the same members', (format) => {
    expect(readPlan(Buffer.from(JSON.stringify({ ...PLAN, format_version: format }))).changes).toHaveLength(1);
  });
});

describe('a plan that is read', () => {
  const read = (more: object) => readPlan(Buffer.from(JSON.stringify({ ...planByHand({}), ...more })));
  const change = { mode: 'managed', type: 'aws_mq_broker', name: 'orders', change: { actions: ['update'] } };
  const whole = { ...change, address: 'aws_mq_broker.orders' };

  it.each([true, false])('has an error if it says so: %p', (errored) => {
    expect(read({ errored }).errored).toBe(errored);
  });

  it('has letters that are not ASCII as they are written', () => {
    const resource = { ...whole, change: { actions: ['create'], after: { broker_name: 'Größe-1' } } };
    expect(read({ resource_changes: [resource] }).changes.map(({ after }) => after.broker_name)).toEqual(['Größe-1']);
  });

  it('names what changed outside Terraform, as Terraform 1.0 lists it without an address', () => {
    expect(read({ resource_drift: [change] }).drift.map(({ address }) => address)).toEqual(['aws_mq_broker.orders']);
  });

  it('leaves an address of what changed outside Terraform as it is', () => {
    const inModule = { ...change, address: 'module.mq["a"].aws_mq_broker.orders' };
    expect(read({ resource_drift: [inModule] }).drift.map(({ address }) => address)).toEqual([inModule.address]);
  });

  it.each([
    [true, { complete: true }],
    [true, { deferred_changes: [] }],
    [false, { complete: false }],
    [false, { deferred_changes: [{ resource_change: whole }] }],
  ])('covers the whole stack: %p for %j', (isComplete, members) => {
    expect(read({ complete: undefined, ...members }).complete).toBe(isComplete);
  });

  it('has no unknown parts where it has all that Terraform and OpenTofu write', () => {
    const lists = ['checks', 'relevant_attributes', 'resource_drift', 'deferred_changes', 'resource_changes'];
    const objects = ['planned_values', 'prior_state', 'proposed_unknown', 'output_changes', 'variables'];
    const members = [...lists.map((name) => [name, []]), ...objects.map((name) => [name, {}])];
    const more = { timestamp: '2026-01-01T00:00:00Z', applyable: true, errored: false, complete: true };
    expect(read({ ...Object.fromEntries(members), ...more }).unknownParts).toEqual([]);
    expect(read({ signature: 'x' }).unknownParts).toEqual(['signature']);
  });

  it('may have states without values', () => {
    expect(read({ planned_values: null, prior_state: { format_version: '1.0', values: null } }).changes).toEqual([]);
  });

  it.each([
    ['resource_drift[0].address is not a string', { resource_drift: [{ ...change, name: undefined }] }],
    ['resource_changes[1].address is not a string', { resource_changes: [whole, change] }],
    ['resource_changes is not a list', { resource_changes: {} }],
    ['resource_drift[2] is not an object', { resource_drift: [whole, whole, 1] }],
    [
      'deferred_changes[1].resource_change.address is not a string',
      { deferred_changes: [{ resource_change: whole }, { resource_change: change }] },
    ],
  ])('says where something is wrong: %s', (problem, members) => {
    expect(() => read(members)).toThrow(problem);
  });

  it('knows no data source but a broker as a resource', () => {
    const resources = ['aws_mq_broker', 'aws_security_group'].map((type) => ({
      address: `data.${type}.x`,
      mode: 'data',
      type,
      name: 'x',
      values: { id: 'x-1' },
    }));
    for (const complete of [true, false]) {
      const { unplanned } = read({ complete, prior_state: { values: { root_module: { resources } } } });
      expect(unplanned.map(({ address }) => address)).toEqual(['data.aws_mq_broker.x']);
    }
  });

  it('has the data sources of its prior state, whatever else is in the state', () => {
    const broker = { address: 'data.aws_mq_broker.b', mode: 'data', type: 'aws_mq_broker', name: 'b', values: BROKER };
    const values = { root_module: { resources: [broker] } };
    const { unplanned } = read({ prior_state: { format_version: '1.0', values, checks: [] } });
    expect(unplanned.map(({ address }) => address)).toEqual(['data.aws_mq_broker.b']);
  });
});
