/** A request that was sent to a service of AWS, and how it was answered. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly account?: string;
  readonly status: number;
  /** Of Amazon MQ: members of URI, query and body. */
  readonly input?: Record<string, unknown>;
  readonly output?: Record<string, unknown>;
  /** What an error said. */
  readonly message?: string;
}

/** Something that goes wrong on demand. */
export interface Fault {
  /** The operation of Amazon MQ that it happens to. */
  readonly operation: string;
  /**
   * `throttle`: rejected as too many requests. `timeout`: done, and never answered. `fail-creation`: the broker that is
   * created ends in CREATION_FAILED.
   */
  readonly kind: 'throttle' | 'timeout' | 'fail-creation';
  /** How many times. */
  readonly times: number;
}

/** The faults that are still to happen. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** Whether a fault happens now; it then happens once less. */
  take(operation: string, kind: Fault['kind']): boolean {
    const index = this.#faults.findIndex((fault) => fault.operation === operation && fault.kind === kind);
    if (index < 0) return false;
    const fault = this.#faults[index];
    this.#faults.splice(index, 1, ...(fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : []));
    return true;
  }
}
