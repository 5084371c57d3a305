import { ActiveMqStack } from './activemq-stack';
import { DOCUMENT_TEXTS } from './network-documents';
import { readme } from './readme';
import { DOCUMENT_SECTION, ENDPOINTS_SECTION, SECTIONS } from './sections';
import { type TerraformModule } from './terraform-module';
import { VARIABLES } from './variables';
import { WRONG_INPUTS } from './wrong-inputs';

/** modules/activemq: a broker with its network, users, configuration and clients. */
export const ACTIVEMQ_MODULE: TerraformModule = {
  folder: 'activemq',
  stack: (app) => new ActiveMqStack(app),
  variables: VARIABLES,
  sections: SECTIONS,
  outputsSection: ENDPOINTS_SECTION,
  files: { 'document.tf': DOCUMENT_SECTION },
  texts: DOCUMENT_TEXTS,
  moved: {
    'aws_mq_configuration.this': 'aws_mq_configuration.this[0]',
    'aws_security_group.this': 'aws_security_group.this[0]',
  },
  readme,
  wrongInputs: WRONG_INPUTS,
  rightInputs: { broker_name: 'orders' },
};
