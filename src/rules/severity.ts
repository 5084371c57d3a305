/** Whether what was found stops the synthesis or is only said. */
export type Severity = 'error' | 'warning';
