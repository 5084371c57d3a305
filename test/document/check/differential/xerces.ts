import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Whether there is a Java compiler to build the judge with. */
export function hasJavaCompiler(): boolean {
  return spawnSync('javac', ['-version']).status === 0;
}

/** The parser that Amazon MQ's answers come from, in a JVM of its own, holding documents against AWS's schemas. */
export class Xerces {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'xerces-'));
  readonly #jvm: ChildProcess;
  readonly #waiting: ((verdict: string) => void)[] = [];

  constructor(schemas: Readonly<Record<string, string>>) {
    execFileSync('javac', ['-d', this.#folder, path.join(__dirname, '../xerces/Validate.java')]);
    const files = Object.entries(schemas).map(([version, file]) => `${version}=${file}`);
    this.#jvm = spawn('java', ['-Xss8m', '-XX:+UseSerialGC', '-cp', this.#folder, 'Validate', ...files], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#jvm.stdout! }).on('line', (line) => this.#waiting.shift()!(line));
  }

  /** `ok`, or what is wrong. */
  async verdict(version: string, document: string): Promise<string> {
    const name = Buffer.from(version);
    const bytes = Buffer.from(document);
    const head = Buffer.alloc(2);
    head.writeUInt16BE(name.length);
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes.length);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#jvm.stdin!.write(Buffer.concat([head, name, length, bytes]));
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#jvm.once('close', resolve));
    this.#jvm.stdin!.end();
    await ended;
    rmSync(this.#folder, { recursive: true });
  }
}
