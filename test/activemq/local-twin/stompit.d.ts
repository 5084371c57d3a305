/** What the tests use of stompit, which has no types of its own. */
declare module 'stompit' {
  interface Message {
    readString(encoding: string, callback: (error: Error | null, text: string) => void): void;
  }

  interface Client {
    on(event: 'error', listener: (error: Error) => void): this;
    send(headers: Record<string, string>, options: { onReceipt: () => void }): { end(text: string): void };
    subscribe(headers: Record<string, string>, callback: (error: Error | null, message: Message) => void): void;
    destroy(): void;
  }

  interface ConnectOptions {
    readonly host: string;
    readonly port: number;
    readonly ssl: boolean;
    readonly ca: Buffer;
    readonly connectHeaders: Record<string, string>;
  }

  export function connect(options: ConnectOptions, callback: (error: Error | null, client: Client) => void): void;
}
