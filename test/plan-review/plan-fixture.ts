/** A change of a plan by hand: only what it is about. */
export interface ChangeByHand {
  readonly action?: 'create' | 'update' | 'replace' | 'delete' | 'no-op' | 'forget' | 'read';
  /** In Terraform's own words, where the action is not enough. */
  readonly actions?: readonly string[];
  readonly before?: object;
  readonly after?: object;
  readonly unknown?: object;
  readonly sensitive?: object;
  readonly forcedBy?: readonly string[];
  /** Further members of the resource, such as `deposed`. */
  readonly more?: object;
  /** What its arguments refer to: `aws_subnet.a.id`. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
}

/** An `aws_mq_broker` as the state has it. */
export const BROKER = {
  id: 'b-1',
  arn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-1',
  broker_name: 'orders',
  engine_type: 'ActiveMQ',
  engine_version: '5.18',
  host_instance_type: 'mq.m5.large',
  deployment_mode: 'SINGLE_INSTANCE',
  auto_minor_version_upgrade: true,
  publicly_accessible: false,
  apply_immediately: false,
  storage_type: 'efs',
  subnet_ids: ['subnet-1'],
  security_groups: ['sg-1'],
  logs: [{ general: true, audit: 'true' }],
  configuration: [{ id: 'c-1', revision: 2 }],
  user: [{ username: 'admin', password: 'Fixture-Password-1', console_access: true, groups: [] }],
};

/** A plan by hand: by address, in the root module. `after` is what differs from `before`. */
export function planByHand(changes: Readonly<Record<string, ChangeByHand>>, more: object = {}) {
  const entries = Object.entries(changes);
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: entries.map(([address, change]) => resourceChange(address, change)),
    configuration: { root_module: { resources: entries.map(([address, change]) => writtenResource(address, change)) } },
    complete: true,
    errored: false,
    ...more,
  };
}

export function resourceChange(address: string, change: ChangeByHand) {
  const { action = 'update', before = {}, after = {}, unknown = {}, sensitive = {}, forcedBy, more } = change;
  const [type, name] = address.split('[')[0].split('.');
  const key = /\[(.*)\]/.exec(address)?.[1];
  return {
    address,
    mode: 'managed',
    type,
    name,
    ...(key !== undefined && { index: JSON.parse(key) as unknown }),
    change: {
      actions: change.actions ?? (action === 'replace' ? ['delete', 'create'] : [action]),
      before: action === 'create' ? null : before,
      after: action === 'delete' || action === 'forget' ? null : { ...before, ...after },
      after_unknown: unknown,
      before_sensitive: sensitive,
      after_sensitive: sensitive,
      ...(forcedBy && { replace_paths: forcedBy.map((argument) => argument.split('.')) }),
    },
    ...more,
  };
}

function writtenResource(address: string, { references = {} }: ChangeByHand) {
  const [type, name] = address.split('[')[0].split('.');
  const expressions = Object.entries(references).map(([argument, list]) => [
    argument,
    { references: list.flatMap((reference) => [reference, reference.split('.').slice(0, 2).join('.')]) },
  ]);
  return { address: `${type}.${name}`, mode: 'managed', type, name, expressions: Object.fromEntries(expressions) };
}
