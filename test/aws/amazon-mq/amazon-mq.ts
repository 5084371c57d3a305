import * as brokers from './brokers';
import * as configurations from './configurations';
import * as instanceOptions from './instance-options';
import { type Scope } from './region';
import * as replication from './replication';
import * as tags from './tags';
import * as users from './users';

type Answer = Record<string, unknown> | undefined;

/** An operation of the API; its input was checked against the API model before. */
type Operation = (input: never, scope: Scope) => Answer | Promise<Answer>;

/** Every operation of the API model, so that none is missing without a word. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  CreateBroker: brokers.createBroker,
  CreateConfiguration: configurations.createConfigurationAnswer,
  CreateTags: tags.createTags,
  CreateUser: users.createUser,
  DeleteBroker: brokers.deleteBroker,
  DeleteConfiguration: configurations.deleteConfiguration,
  DeleteTags: tags.deleteTags,
  DeleteUser: users.deleteUser,
  DescribeBroker: brokers.describeBroker,
  DescribeBrokerEngineTypes: instanceOptions.describeBrokerEngineTypes,
  DescribeBrokerInstanceOptions: instanceOptions.describeBrokerInstanceOptions,
  DescribeConfiguration: configurations.describeConfiguration,
  DescribeConfigurationRevision: configurations.describeConfigurationRevision,
  DescribeUser: users.describeUser,
  ListBrokers: brokers.listBrokers,
  ListConfigurationRevisions: configurations.listConfigurationRevisions,
  ListConfigurations: configurations.listConfigurations,
  ListTags: tags.listTags,
  ListUsers: users.listUsers,
  Promote: replication.promote,
  RebootBroker: brokers.rebootBroker,
  UpdateBroker: brokers.updateBroker,
  UpdateConfiguration: configurations.updateConfiguration,
  UpdateUser: users.updateUser,
};
