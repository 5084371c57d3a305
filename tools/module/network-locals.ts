import { template } from './expression';

/** Of two instances only one answers, and `maxReconnectAttempts=0` makes the connector start again after a failover. */
const URI =
  'length(urls) == 1 ? "static:(${urls[0]})" : "static:(failover:(${join(",", urls)})?randomize=false&amp;maxReconnectAttempts=0)"';

/** The document of the broker, and what a network of brokers adds to it and to the users. */
export const NETWORK_LOCALS = {
  users: template(
    [
      'merge(var.users, { for member in var.network_of_brokers[*] : member.username => {',
      '  console_access   = false',
      '  groups           = toset([member.group])',
      '  replication_user = false',
      '  secret           = member.secret',
      '  secret_name      = null',
      '} })',
    ].join('\n'),
  ),
  own_document:
    '${var.document != null ? var.document : var.network_of_brokers == null ? file("${path.module}/documents/durable.xml") : templatefile("${path.module}/documents/member.xml.tftpl", var.network_of_brokers)}',
  connector_uris: template(`{ for id, urls in try(var.network_of_brokers.connectors, {}) : id => ${URI} }`),
  document: template(
    [
      'length(local.connector_uris) == 0 ? local.own_document : replace(local.own_document, "</broker>", templatefile("${path.module}/documents/connectors.xml.tftpl", {',
      '  broker_name = var.broker_name',
      '  username    = var.network_of_brokers.username',
      '  ttl         = var.network_of_brokers.ttl',
      '  uris        = local.connector_uris',
      '}))',
    ].join('\n'),
  ),
};
