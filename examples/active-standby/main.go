// A broker for production: it survives the loss of a zone, keeps every queue and topic, and is closed but for one
// network that speaks OpenWire. Everything else is the default.
package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf-amazon-mq/cdktf-amazon-mq-go/cdktfamazonmq"
	"github.com/cdktf/cdktf-provider-aws-go/aws/v21/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("messaging"))
	provider.NewAwsProvider(stack, jsii.String("aws"), &provider.AwsProviderConfig{
		Region: jsii.String("ap-northeast-2"),
	})

	broker := cdktfamazonmq.NewActiveStandbyBroker(stack, jsii.String("orders"), &cdktfamazonmq.ActiveStandbyBrokerProps{
		BrokerName: jsii.String("orders"),
	})
	broker.AllowFrom(cdktfamazonmq.Peer_Ipv4(jsii.String("10.20.0.0/16")), cdktfamazonmq.Protocol_OPENWIRE())
	cdktf.NewTerraformOutput(stack, jsii.String("url"), &cdktf.TerraformOutputConfig{
		Value: broker.Endpoints().OpenWire().FailoverUrl(&cdktfamazonmq.OpenWireFailoverOptions{
			Randomize: jsii.Bool(false),
		}),
	})
	app.Synth()
}
