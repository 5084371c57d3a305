import { type BrokerSystemUsageChoice } from './broker-definition';

/** How much memory messages may take: for `systemUsage`. */
export class MemoryLimit {
  /**
   * A part of the heap.
   *
   * @param percent from 0 to 70
   */
  static percentOfHeap(percent: number): BrokerSystemUsageChoice {
    return { systemUsage: { memoryUsage: { memoryUsage: { percentOfJvmHeap: percent } } } };
  }

  private constructor() {}
}
