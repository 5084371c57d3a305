import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { DataAwsMqBrokerInstanceTypeOfferings } from '@cdktf/provider-aws/lib/data-aws-mq-broker-instance-type-offerings';
import { TerraformLocal, type TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { attribute } from '../tokens/attribute';
import { expression } from '../tokens/expression';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';

interface OfferedZonesProps extends MetaArguments {
  readonly count: number;
  readonly instanceType: string;
  readonly storageType: string;
}

/**
 * The Availability Zones of the region that offer an instance type with a storage type, sorted by name.
 *
 * A subnet takes its zone from here once: when AWS changes its offer later, the subnet must not move, because the broker
 * would be replaced.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/mq_broker_instance_type_offerings
 */
export class OfferedZones extends Construct {
  readonly zones: string[];
  readonly lifecycle: TerraformResourceLifecycle;

  constructor(scope: Construct, id: string, { count, instanceType, storageType, ...props }: OfferedZonesProps) {
    super(scope, id);
    const meta = metaArguments(this, props);
    const zonesOfRegion = new DataAwsAvailabilityZones(this, 'Available', {
      ...meta,
      state: 'available',
      filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
    });
    const offerings = new DataAwsMqBrokerInstanceTypeOfferings(this, 'Offerings', {
      ...meta,
      engineType: 'ACTIVEMQ',
      hostInstanceType: instanceType,
      storageType,
    });
    const offered = attribute(offerings, 'broker_instance_options[*].availability_zones[*].name');
    const available = attribute(zonesOfRegion, 'names');
    const zones = new TerraformLocal(
      this,
      'Names',
      expression`sort(tolist(setintersection(${available}, flatten(${offered}))))`,
    );
    const names = `local.${zones.friendlyUniqueId}`;
    this.zones = Array.from({ length: count }, (_, index) => expression`element(${names}, ${String(index)})`);
    this.lifecycle = {
      ignoreChanges: ['availability_zone'],
      precondition: [
        {
          condition: expression`(length(${names}) >= ${String(count)})`,
          errorMessage:
            `too few zones of this region offer ${instanceType} with ${storageType} storage: ${count} needed, ` +
            `${expression`length(${names})`} found; choose another instance type, or name the zones in availabilityZones`,
        },
      ],
    };
  }
}
