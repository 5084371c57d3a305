require('../usage').start();
require('cdktf');
require('@cdktf/provider-aws/lib/mq-broker');
