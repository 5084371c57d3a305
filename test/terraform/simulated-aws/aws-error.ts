/** A refusal as the AWS SDK words it. */
export class AwsError extends Error {
  constructor(operation: string, status: number, exception: string, message: string) {
    super(
      `operation error ${operation}, https response error StatusCode: ${status}, RequestID: simulated, ${exception}: ${message}`,
    );
  }
}
