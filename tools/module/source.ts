import { version } from '../../package.json';

/** What a module's README says about its address. A check of the release finds it. */
export function sourceNote(folder: string): string {
  return `The repository is not published yet. Write the path of a clone instead, such as \`../cdktf-amazon-mq/modules/${folder}\`, or the
address of your fork: \`git::ssh://git@HOST/PATH/cdktf-amazon-mq.git//modules/${folder}?ref=COMMIT\`.`;
}

/** The address of a module, as samples write it: pinned, because an unpinned source takes another module with each init. */
export function sourceOf(folder: string): string {
  return `git::https://github.com/cdktf-amazon-mq/cdktf-amazon-mq.git//modules/${folder}?ref=v${version}`;
}
