import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVERY_AMQP_OPTION, EVERY_OPENWIRE_OPTION } from './failover-options';

/** Interfaces of options by the path of their options. */
const DOCUMENTED = {
  openwire: {
    file: 'openwire-failover.ts',
    interfaces: { '': 'OpenWireFailoverOptions', 'nested.': 'OpenWireNestedOptions' },
    every: EVERY_OPENWIRE_OPTION,
  },
  amqp: {
    file: 'amqp-failover.ts',
    interfaces: { '': 'AmqpFailoverOptions', 'nested.': 'AmqpNestedOptions', 'jms.': 'JmsOptions' },
    every: EVERY_AMQP_OPTION,
  },
};

const ENDPOINTS = path.join(__dirname, '..', '..', 'src', 'endpoints');

/** The defaults that the docstrings of failover options state, by client and option: `openwire.nested.keepAlive`. */
export function documentedFailoverDefaults(): Record<string, string> {
  const defaults: Record<string, string> = {};
  for (const [client, { file, interfaces, every }] of Object.entries(DOCUMENTED)) {
    const source = readFileSync(path.join(ENDPOINTS, file), 'utf8');
    for (const [prefix, name] of Object.entries(interfaces)) {
      const [, body] = new RegExp(`^export interface ${name} \\{$(.*?)^\\}$`, 'ms').exec(source)!;
      for (const [, value, option] of body.matchAll(
        /@default - (\S+), by (?:ActiveMQ|Qpid JMS)\s+\*\/\s+readonly (\w+)\?/g,
      )) {
        defaults[`${client}.${prefix}${option}`] = value;
      }
    }
    const missing = numbersAndFlags(every).filter((option) => !(`${client}.${option}` in defaults));
    if (missing.length > 0) throw new Error(`${file} states no default of the client for ${missing.join(', ')}`);
  }
  return defaults;
}

function numbersAndFlags(options: object, prefix = ''): string[] {
  return Object.entries(options).flatMap(([name, value]) =>
    typeof value === 'object'
      ? numbersAndFlags(value as object, `${prefix}${name}.`)
      : typeof value === 'string'
        ? []
        : [prefix + name],
  );
}
