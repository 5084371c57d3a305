import { type IConstruct } from 'constructs';
import { type IActiveMqBroker } from '../broker/existing-broker';

/** Networks of brokers by the broker that is in one. */
export const NETWORKS = new WeakMap<IActiveMqBroker, IConstruct>();

/** Moves by the broker that is moved from or to. */
export const MOVES = new WeakMap<IActiveMqBroker, IConstruct>();
