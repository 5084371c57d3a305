import { readFileSync, writeFileSync } from 'node:fs';

/** Writes what a tool generates; with `--check`, only says whether it is what is there already. */
export function writeGenerated(file: string, source: string, isCheck: boolean): void {
  if (!isCheck) {
    writeFileSync(file, source);
  } else if (readFileSync(file, 'utf8') !== source) {
    process.stderr.write(`${file} is not what ${process.argv[1]} makes: run it\n`);
    process.exitCode = 1;
  }
}
