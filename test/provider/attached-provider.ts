import path from 'node:path';
import {
  Client,
  credentials,
  type handleUnaryCall,
  type MethodDefinition,
  Server,
  ServerCredentials,
} from '@grpc/grpc-js';
import { withTypes } from './schema-filter';

/** The methods of Terraform's provider protocol, version 5. */
const METHODS = [
  'ApplyResourceChange',
  'CallFunction',
  'CloseEphemeralResource',
  'Configure',
  'GetFunctions',
  'GetMetadata',
  'GetResourceIdentitySchemas',
  'GetSchema',
  'ImportResourceState',
  'MoveResourceState',
  'OpenEphemeralResource',
  'PlanResourceChange',
  'PrepareProviderConfig',
  'ReadDataSource',
  'ReadResource',
  'RenewEphemeralResource',
  'Stop',
  'UpgradeResourceIdentity',
  'UpgradeResourceState',
  'ValidateDataSourceConfig',
  'ValidateEphemeralResourceConfig',
  'ValidateResourceTypeConfig',
] as const;

/** The types of resources and data sources that anything here has. Terraform names one that is missing as unsupported. */
const TYPES =
  /^aws_(availability_zones|caller_identity|cloudwatch_.*|default_.*|ec2_managed_prefix_list|flow_log|iam_(policy_document|role|role_policy)|internet_gateway|kms_(alias|key)|lambda_(event_source_mapping|function)|lb|lb_target_group.*|mq_.*|network_acl|network_interface|partition|region|route|route_table.*|route53_(record|zone)|secretsmanager_.*|security_group.*|service_principal|sns_topic.*|ssm_parameter.*|subnets?|vpc|vpc_endpoint.*|vpc_security_group_.*)$/;

const UNLIMITED = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
const asItIs = (bytes: Buffer) => bytes;

/**
 * Answers Terraform for the provider, and hands on every message as it is, but for the schema: of 1,500 types it has
 * those that the tests use. Both sides spend most of their time on the rest otherwise, at every command.
 */
export class AttachedProvider {
  readonly #server = new Server(UNLIMITED);
  readonly #provider: Client;
  #schema?: Promise<Buffer>;

  /** @param provider the address of its socket */
  private constructor(provider: string) {
    this.#provider = new Client(`unix:${provider}`, credentials.createInsecure(), UNLIMITED);
    const definitions = METHODS.map((name): [string, MethodDefinition<Buffer, Buffer>] => [
      name,
      {
        path: `/tfplugin5.Provider/${name}`,
        requestStream: false,
        responseStream: false,
        requestSerialize: asItIs,
        requestDeserialize: asItIs,
        responseSerialize: asItIs,
        responseDeserialize: asItIs,
      },
    ]);
    const handlers = METHODS.map((name): [string, handleUnaryCall<Buffer, Buffer>] => [
      name,
      ({ request }, answer) => {
        const answered = name === 'GetSchema' ? this.#schemaOf(request) : this.#call(name, request);
        answered.then(
          (response) => answer(null, response),
          (error: Error) => answer(error),
        );
      },
    ]);
    this.#server.addService(Object.fromEntries(definitions), Object.fromEntries(handlers));
  }

  /** @param folder for its socket */
  static async start(provider: string, folder: string): Promise<{ attached: AttachedProvider; address: string }> {
    const attached = new AttachedProvider(provider);
    const address = path.join(folder, 'attached.sock');
    await new Promise<void>((resolve, reject) => {
      attached.#server.bindAsync(`unix:${address}`, ServerCredentials.createInsecure(), (error) =>
        error ? reject(error) : resolve(),
      );
    });
    return { attached, address };
  }

  stop(): void {
    this.#server.forceShutdown();
    this.#provider.close();
  }

  #schemaOf(request: Buffer): Promise<Buffer> {
    this.#schema ??= this.#call('GetSchema', request).then((schema) => withTypes(schema, (type) => TYPES.test(type)));
    return this.#schema;
  }

  #call(name: (typeof METHODS)[number], request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#provider.makeUnaryRequest(
        `/tfplugin5.Provider/${name}`,
        asItIs,
        asItIs,
        request,
        (error: Error | null, response?: Buffer) => (error ? reject(error) : resolve(response!)),
      );
    });
  }
}
