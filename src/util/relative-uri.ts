/** The path of a file as a relative URI, never as the URI of another scheme or host. */
export function relativeUri(file: string): string {
  const segments = file
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\\', '/')
    .split('/');
  const path = segments.map(encodeURIComponent).join('/');
  return path.startsWith('//') ? path.replace(/^\/+/, '/') : path;
}
