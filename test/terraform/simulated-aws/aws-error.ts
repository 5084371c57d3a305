/** A refusal as the AWS SDK words it, with what the provider was about to do. */
export class AwsError extends Error {
  constructor(
    operation: string,
    readonly status: number,
    exception: string,
    message: string,
    purpose: string,
  ) {
    super(
      `${purpose}: operation error ${operation}, https response error StatusCode: ${status}, RequestID: , ` +
        `${exception}: ${message}`,
    );
  }
}
