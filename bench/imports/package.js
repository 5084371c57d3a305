// What every app imports besides, and from the package what the README's sample uses: its modules load when used.
require('../usage').start();
require('cdktf');
require('@cdktf/provider-aws/lib/mq-broker');
const { ActiveStandbyBroker, Peer, Protocol } = require('../..');
module.exports = { ActiveStandbyBroker, Peer, Protocol };
