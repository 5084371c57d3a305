/** The words for the reasons why a file cannot be read, by the code of the error. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; paths are relative to the working directory',
  EISDIR: 'it is a folder; give a file in it',
  EACCES: 'it may not be read; check its permissions',
};

/** Why the system would not give a file, and what to do. */
export function fileReason({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ''] ?? message;
}
