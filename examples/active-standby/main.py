# A broker for production: it survives the loss of a zone, keeps every queue and topic, and is closed but for one
# network that speaks OpenWire. Everything else is the default.
from cdktf import App, TerraformOutput, TerraformStack
from cdktf_amazon_mq import ActiveStandbyBroker, Peer, Protocol
from cdktf_cdktf_provider_aws.provider import AwsProvider

app = App()
stack = TerraformStack(app, "messaging")
AwsProvider(stack, "aws", region="ap-northeast-2")

broker = ActiveStandbyBroker(stack, "orders", broker_name="orders")
broker.allow_from(Peer.ipv4("10.20.0.0/16"), Protocol.OPENWIRE)
TerraformOutput(stack, "url", value=broker.endpoints.open_wire.failover_url(randomize=False))
app.synth()
