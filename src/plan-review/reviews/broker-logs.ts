/** The arguments of a broker that switch its logs on. */
export const LOG_ARGUMENTS: readonly string[] = ['logs.general', 'logs.audit'];

/** Whether such an argument is on: for the audit log the provider takes a text. */
export function isLogOn(value: unknown): boolean {
  return value === true || value === 'true';
}
