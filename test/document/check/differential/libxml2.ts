import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A second opinion on documents, by another implementation of XML Schema, in a process of its own. */
export class Libxml2 {
  readonly #judge: ChildProcess;
  readonly #waiting: ((verdict: string) => void)[] = [];

  constructor(schemas: Readonly<Record<string, string>>) {
    const files = Object.entries(schemas).map(([version, file]) => `${version}=${file}`);
    this.#judge = spawn(process.execPath, [path.join(__dirname, 'libxml2-judge.mjs'), ...files], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#judge.stdout! }).on('line', (line) => this.#waiting.shift()!(JSON.parse(line)));
  }

  /** `ok`, or what is wrong. */
  async verdict(version: string, document: string): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#judge.stdin!.write(`${JSON.stringify([version, document])}\n`);
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#judge.once('close', resolve));
    this.#judge.stdin!.end();
    await ended;
  }
}

/** Where libxml2 departs from the standard, and so from Xerces and the check: a pattern in the document for each. */
export const DEPARTURES: Readonly<Record<string, RegExp>> = {
  'CDATA sections between elements count as text, though blank or empty': /<!\[CDATA\[\s*\]\]>/,
  'a double may end in its e': /="\s*[+-]?[\d.]+[eE]\s*"/,
  'an address may begin with what is no scheme': /schemaLocation="(?:[^"]*\s)?(?![a-z])(?:&#160;|[^\s":/?#])+:/i,
};
