import { type Account } from './account';
import { type ArgumentTable } from './argument-table';
import { type Values } from './value';

/** What a call to the simulated provider stands in: the account, and the region of the resource. */
export interface Scope {
  readonly account: Account;
  readonly region: string;
}

/** A resource type of the simulated provider. To add one: its folder among the bindings, a table, and what AWS answers. */
export interface ResourceType {
  /** Its folder in `@cdktf/provider-aws/lib`. */
  readonly bindings: string;
  readonly table?: ArgumentTable;
  /** Changes the plan of what exists or is to be made, or refuses it. */
  readonly customizePlan?: (prior: Values | null, planned: Values) => Values;
  /** Makes it and returns its whole state. */
  readonly create: (planned: Values, scope: Scope) => Values | Promise<Values>;
  /** The state as AWS has it now, or null where it is gone. */
  readonly read: (state: Values, scope: Scope) => Values | null | Promise<Values | null>;
  readonly update: (prior: Values, planned: Values, scope: Scope) => Values | Promise<Values>;
  readonly delete: (state: Values, scope: Scope) => void | Promise<void>;
}

export interface DataSourceType {
  readonly bindings: string;
  readonly table?: ArgumentTable;
  readonly read: (config: Values, scope: Scope) => Values | Promise<Values>;
}

/** What every resource of the provider has. */
export const COMMON_TABLE: ArgumentTable = {
  region: { computed: true, forceNew: true },
  tags_all: { computed: true },
};

interface StoredType {
  readonly bindings: string;
  readonly table?: ArgumentTable;
  /** Under which kind the account keeps it. */
  readonly kind: string;
  /** The id, where it is not made up of this and a number. */
  readonly id: string | ((planned: Values, scope: Scope) => string);
  /** What AWS answers besides the arguments; an argument that was left out takes the answer too. */
  readonly answers?: (values: Values, scope: Scope) => Values;
  /** Makes what comes along with it. */
  readonly created?: (values: Values, scope: Scope) => void;
}

/** A type whose state is what was given, with answers that depend on nothing but that. */
export function stored(type: StoredType): ResourceType {
  const { bindings, table, kind, id, answers, created } = type;
  const complete = (values: Values, scope: Scope): Values => ({ ...values, ...answers?.(values, scope) });
  return {
    bindings,
    table,
    create(planned, scope) {
      const newId = typeof id === 'string' ? scope.account.newId(id) : id(planned, scope);
      const values = complete({ ...planned, id: newId }, scope);
      scope.account.objects(kind).set(newId, values);
      created?.(values, scope);
      return values;
    },
    read: (state, { account }) => account.objects(kind).get(String(state.id)) ?? null,
    update(prior, planned, scope) {
      const values = complete({ ...planned, id: prior.id }, scope);
      scope.account.objects(kind).set(String(prior.id), values);
      return values;
    },
    delete(state, scope) {
      scope.account.objects(kind).delete(String(state.id));
    },
  };
}
