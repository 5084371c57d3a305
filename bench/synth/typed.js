// Brokers by this package, as the README shows.
const { TerraformOutput } = require('cdktf');
const { ActiveStandbyBroker, BrokerVpc, Peer, Protocol } = require('../..');

exports.addNetwork = (stack, id, props) => new BrokerVpc(stack, id, props);

exports.addBroker = (stack, name, network) => {
  const broker = new ActiveStandbyBroker(stack, name, { brokerName: name, network });
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  new TerraformOutput(stack, `${name}-url`, { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
};
