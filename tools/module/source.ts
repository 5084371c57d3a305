import { version } from '../../package.json';

/** The address of a module, as samples write it: pinned, because an unpinned source takes another module with each init. */
export function sourceOf(folder: string): string {
  return `git::https://github.com/cdktf-amazon-mq/cdktf-amazon-mq.git//modules/${folder}?ref=v${version}`;
}
