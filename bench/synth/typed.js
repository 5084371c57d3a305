// Brokers by this package, as the README shows.
const { TerraformOutput } = require('cdktf');
const { ActiveStandbyBroker, Peer, Protocol } = require('../..');

exports.addBroker = (stack, name) => {
  const broker = new ActiveStandbyBroker(stack, name, { brokerName: name });
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  new TerraformOutput(stack, `${name}-url`, { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
};
