/** What is wrong with committed files that are made by a tool, and the command that makes them anew. */
export function staleFiles(
  folder: string,
  committed: Readonly<Record<string, string>>,
  made: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(made)
    .filter(([file, text]) => committed[file] !== text)
    .map(([file]) => {
      const problem = file in committed ? 'is not what is made from the sources' : 'is missing';
      return `${folder}/${file} ${problem}: run npm run generate:module and commit it`;
    });
}
