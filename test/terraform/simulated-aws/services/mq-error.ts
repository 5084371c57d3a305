import { AwsError } from '../aws-error';

export function badRequest(operation: string, message: string): AwsError {
  return new AwsError(`mq: ${operation}`, 400, 'BadRequestException', message);
}

export function notFound(operation: string, what: string, id: string | number): AwsError {
  return new AwsError(`mq: ${operation}`, 404, 'NotFoundException', `Can't find requested ${what} [${id}].`);
}

export function conflict(operation: string, message: string): AwsError {
  return new AwsError(`mq: ${operation}`, 409, 'ConflictException', message);
}
