/** What a planned change does to a running broker, the worst first. */
export const EFFECTS = [
  'replace',
  'delete',
  'fails',
  'exposure',
  'reboot',
  'no-effect',
  'pending',
  'in-place',
  'create',
] as const;

export type Effect = (typeof EFFECTS)[number];

/** The effects that stop a pipeline unless it says otherwise. */
export const DEFAULT_FAIL_ON: readonly Effect[] = ['replace', 'delete', 'fails', 'no-effect', 'exposure'];

export function isEffect(text: string): text is Effect {
  return (EFFECTS as readonly string[]).includes(text);
}
