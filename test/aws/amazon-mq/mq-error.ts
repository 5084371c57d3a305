/** An answer of Amazon MQ that is no success, as its API writes it. */
export class MqError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly attribute?: string,
  ) {
    super(message);
  }
}

export function badRequest(message: string, attribute?: string): MqError {
  return new MqError(400, 'BadRequestException', message, attribute);
}

export function conflict(message: string, attribute?: string): MqError {
  return new MqError(409, 'ConflictException', message, attribute);
}

export function forbidden(message: string): MqError {
  return new MqError(403, 'ForbiddenException', message);
}

/** The words are captured from AWS, us-east-1, 2026-09-30. */
export const notFound = {
  broker: (id: string) =>
    new MqError(
      404,
      'NotFoundException',
      `Cannot find broker ID [${id}]. Verify that your broker exists or check broker permissions.`,
      'broker-id',
    ),
  configuration: (id: string) =>
    new MqError(
      404,
      'NotFoundException',
      `Configuration ID [${id}] can't be found. Make sure it exists.`,
      'configuration-id',
    ),
  revision: (id: string, revision: number) =>
    new MqError(
      404,
      'NotFoundException',
      `Revision [${revision}] of configuration [${id}] can't be found. Make sure it exists.`,
      'configuration-revision',
    ),
  resource: () => new MqError(404, 'NotFoundException', 'Resource was not found'),
  /** Not captured: the words are ours. */
  user: (username: string) =>
    new MqError(404, 'NotFoundException', `Can't find requested user [${username}].`, 'username'),
};
