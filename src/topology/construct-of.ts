import { TerraformStack } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type IActiveMqBroker } from '../broker/existing-broker';

/** A broker as a construct, which every broker is: jsii does not let the interface say so. */
export function constructOf(broker: IActiveMqBroker): IConstruct {
  return broker as unknown as IConstruct;
}

export function stackOf(broker: IActiveMqBroker): TerraformStack {
  return TerraformStack.of(constructOf(broker));
}
