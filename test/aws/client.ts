import { type StandIn } from './stand-in';

/** What the stand-in answered: the body where it succeeded, else the error as AWS writes it. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies as they come
  readonly body: any;
}

/** Sends requests of one account and Region as an SDK does, but for the signature, which nobody checks. */
export class Client {
  readonly #standIn: StandIn;
  readonly #region: string;

  constructor(standIn: StandIn, region = 'eu-west-1') {
    this.#standIn = standIn;
    this.#region = region;
  }

  async mq(method: string, path: string, body?: object): Promise<Answer> {
    const response = await this.#send('mq', method, path, body && JSON.stringify(body));
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('x-amzn-errortype'),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  }

  /** An action of EC2; answers the first element of a name in the XML. */
  async ec2(action: string, parameters: Record<string, string>, element: string): Promise<string> {
    const body = new URLSearchParams({ Action: action, Version: '2016-11-15', ...parameters });
    const response = await this.#send('ec2', 'POST', '/', body);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return new RegExp(`<${element}>([^<]*)<`).exec(text)?.[1] ?? '';
  }

  async logGroups(): Promise<string[]> {
    const { logGroups } = (await this.#logs('DescribeLogGroups')) as { logGroups: { logGroupName: string }[] };
    return logGroups.map(({ logGroupName }) => logGroupName);
  }

  async createLogGroups(...names: string[]): Promise<void> {
    for (const logGroupName of names) await this.#logs('CreateLogGroup', { logGroupName });
  }

  async createSecret(Name: string, SecretString: string): Promise<void> {
    const input = { Name, SecretString, ClientRequestToken: 'a'.repeat(32) };
    await this.#json('secretsmanager', 'secretsmanager.CreateSecret', input);
  }

  /** The value of a secret. */
  async secret(SecretId: string): Promise<string> {
    const answer = await this.#json('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId });
    return (answer as { SecretString: string }).SecretString;
  }

  /** The value of a parameter of Parameter Store. */
  async parameter(Name: string): Promise<string> {
    const answer = await this.#json('ssm', 'AmazonSSM.GetParameter', { Name });
    return (answer as { Parameter: { Value: string } }).Parameter.Value;
  }

  /** A function of Lambda with a role of the same name. */
  async createFunction(FunctionName: string): Promise<void> {
    const Statement = [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    const role = { Action: 'CreateRole', Version: '2010-05-08', RoleName: FunctionName, AssumeRolePolicyDocument };
    const created = await (await this.#send('iam', 'POST', '/', new URLSearchParams(role))).text();
    const [, Role] = /<Arn>([^<]*)</.exec(created)!;
    const body = { FunctionName, Role, PackageType: 'Image', Code: { ImageUri: `${FunctionName}:1` } };
    const response = await this.#send('lambda', 'POST', '/2015-03-31/functions', JSON.stringify(body));
    if (!response.ok) throw new Error(await response.text());
  }

  #logs(operation: string, input: object = {}): Promise<unknown> {
    return this.#json('logs', `Logs_20140328.${operation}`, input);
  }

  /** An operation of a service that has the JSON protocol. */
  async #json(service: string, target: string, input: object): Promise<unknown> {
    const response = await this.#send(service, 'POST', '/', JSON.stringify(input), {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text === '' ? undefined : JSON.parse(text);
  }

  #send(
    service: string,
    method: string,
    path: string,
    body: string | URLSearchParams | undefined,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const credential = `test/20260101/${this.#region}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`;
    return fetch(this.#standIn.url + path, { method, headers: { authorization, ...headers }, body });
  }
}
