import { type IncomingHttpHeaders } from 'node:http';

/** Who sent a request, and where to, as its signature says. */
export interface Caller {
  readonly service: string;
  readonly region: string;
  /** The header as it was sent: moto finds the account by it. */
  readonly authorization: string;
}

/** The part of a signature between the access key and the signed headers. */
const SCOPE = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\/aws4_request/;

export function callerOf({ authorization = '' }: IncomingHttpHeaders): Caller | undefined {
  const match = SCOPE.exec(authorization);
  return match ? { region: match[1], service: match[2], authorization } : undefined;
}

/** The header for another service, with the same key and Region. */
export function authorizationFor(service: string, { authorization }: Caller): string {
  return authorization.replace(SCOPE, (scope) => scope.replace(/[^/]+\/aws4_request$/, `${service}/aws4_request`));
}
