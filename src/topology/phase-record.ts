import { DataAwsSsmParametersByPath } from '@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Fn, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { address } from '../tokens/address';
import { expression, quoted } from '../tokens/expression';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { type MovePhase, NOT_BEGUN, PHASES_AFTER } from './move-phase';

/** What a phase record says. */
interface PhaseRecordProps extends MetaArguments {
  readonly phase: MovePhase;
  /** Names of the brokers. The old one is absent at the end. */
  readonly fromName?: string;
  readonly toName: string;
  /** Path of the parameter. */
  readonly path: string;
  /** What has to be changed before the phase is reached. */
  readonly after: readonly ITerraformDependable[];
  readonly tags?: Record<string, string>;
}

/**
 * The phase that the last apply reached, in a parameter of Parameter Store. Each plan reads it, and fails where the phase of
 * the app does not follow. It is written last, so a failed apply leaves the phase as it was.
 *
 * All parameters below the path are read, because reading one that does not exist yet would fail.
 */
export class PhaseRecord extends Construct {
  readonly parameterName: string;

  constructor(scope: Construct, id: string, props: PhaseRecordProps) {
    super(scope, id);
    const { phase, fromName, toName, path, after, tags, provider } = props;
    this.parameterName = `${path}/phase`;
    // With dependencies the parameters would be read in the apply, when the plan is accepted already.
    const recorded = new DataAwsSsmParametersByPath(this, 'Recorded', { provider, path: literal(path) });
    const last = expression`try(jsondecode(one(nonsensitive(${recorded.values}))).phase_name, ${quoted(NOT_BEGUN)})`;
    const allowed = expression`lookup(${ALLOWED}, ${last}, "")`;
    const parameter = new SsmParameter(this, 'Default', {
      ...metaArguments(this, props),
      ...literal({
        name: this.parameterName,
        type: 'String',
        description: `Phase of the move to the Amazon MQ broker ${toName}`,
        tags,
      }),
      // The review hides the members of a JSON value, whatever the parameter is, but not those that are called names.
      insecureValue: Fn.jsonencode({
        phase_name: phase,
        ...literal({ from_broker_name: fromName, to_broker_name: toName }),
      }),
      lifecycle: {
        precondition: [
          {
            condition: expression`contains(split(", ", ${allowed}), ${quoted(phase)})`,
            errorMessage: `phase does not follow the last one: got "${phase}" after "${last}", which is in the parameter ${literal(this.parameterName)}; allowed: ${allowed}; apply one phase after the other`,
          },
        ],
      },
    });
    parameter.dependsOn = [...(parameter.dependsOn ?? []), ...after.map(address)];
  }
}

/** The phases that may follow, joined, by the phase before them: a map of HCL. */
const ALLOWED = `{${Object.entries(PHASES_AFTER)
  .map(([last, next]) => `"${last}" = "${next.join(', ')}"`)
  .join(', ')}}`;
