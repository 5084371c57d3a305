import { BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { type Effect } from '../../src/plan-review/findings/effects';
import { reviewOf } from '../plan-review/review-of';
import { BROKER_CHANGES, brokersWith, CONFIGURATION_CHANGES, configurationsWith, nameOf } from './argument-changes';
import { describeWithTerraform } from './terraform';

/** The rows of the facts: what a change does to a broker. Without apply_immediately a reboot waits. */
const EXPECTED: readonly (readonly [Effect, RegExp])[] = [
  ['no-effect', /^(storage_type|authentication_strategy|ldap_server_metadata\..*)$/],
  [
    'replace',
    /^(broker_name|deployment_mode|engine_type|encryption_options.*|publicly_accessible|subnet_ids|ldap_server_metadata|data_replication_primary_broker_arn|region)$/,
  ],
  ['pending', /^(configuration.*|logs.*|engine_version|user.*|host_instance_type|data_replication_mode)$/],
  ['in-place', /^(security_groups|auto_minor_version_upgrade|maintenance_window_start_time.*|tags|apply_immediately)$/],
];

/** Blocks whose own arguments are changed, and what follows from other arguments. */
const NOT_CHANGED_ALONE = new Set(['configuration', 'encryption_options', 'logs', 'tags_all']);

/** Whether an argument is another one, or stands in its block. */
function isPartOf(argument: string, block: string): boolean {
  return argument === block || argument.startsWith(`${block}.`);
}

describeWithTerraform('a plan that changes one argument of a broker', (aws) => {
  it('has the effect that the facts say', async () => {
    const { findings } = reviewOf(await aws().planOf(brokersWith('from'), brokersWith('to')));

    for (const argument of Object.keys(BROKER_CHANGES)) {
      const [effect] = EXPECTED.find(([, names]) => names.test(argument))!;
      const found = findings.filter(({ address }) => address === `aws_mq_broker.${nameOf(argument)}`);
      const named = found.flatMap((finding) => (finding.effect === effect ? finding.attributes : []));
      const isNamed = named.some((name) => isPartOf(name, argument) || isPartOf(argument, name));
      const effects = found.map((finding) => finding.effect);
      expect({ argument, effects, named, isNamed }).toEqual({
        argument,
        effects: expect.arrayContaining([effect]),
        named: expect.anything(),
        isNamed: true,
      });
    }
  });

  it('is made for every argument', () => {
    const covered = Object.entries(BROKER_ARGUMENTS)
      .filter(([argument, effect]) => !NOT_CHANGED_ALONE.has(argument) && effect !== 'not-planned')
      .map(([argument]) => argument);
    expect(Object.keys(BROKER_CHANGES).sort()).toEqual(covered.sort());
  });
});

describeWithTerraform('a plan that changes one argument of a configuration', (aws) => {
  it('has the effect that the facts say', async () => {
    const { findings } = reviewOf(await aws().planOf(configurationsWith('from'), configurationsWith('to')));
    for (const argument of Object.keys(CONFIGURATION_CHANGES)) {
      const effect = CONFIGURATION_ARGUMENTS[argument];
      const found = findings.filter(({ address }) => address === `aws_mq_configuration.${argument}`);
      const shown = found.find((finding) => finding.effect === effect);
      expect({ argument, shown: shown?.attributes }).toEqual({ argument, shown: expect.arrayContaining([argument]) });
    }
    expect(Object.keys({ ...CONFIGURATION_CHANGES, tags_all: undefined }).sort()).toEqual(
      Object.keys(CONFIGURATION_ARGUMENTS).sort(),
    );
  });
});
