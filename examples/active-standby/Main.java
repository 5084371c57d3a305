// A broker for production: it survives the loss of a zone, keeps every queue and topic, and is closed but for one
// network that speaks OpenWire. Everything else is the default.
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import io.github.cdktfamazonmq.ActiveStandbyBroker;
import io.github.cdktfamazonmq.OpenWireFailoverOptions;
import io.github.cdktfamazonmq.Peer;
import io.github.cdktfamazonmq.Protocol;

public class Main {
    public static void main(String[] args) {
        App app = new App();
        TerraformStack stack = new TerraformStack(app, "messaging");
        AwsProvider.Builder.create(stack, "aws").region("ap-northeast-2").build();

        ActiveStandbyBroker broker =
            ActiveStandbyBroker.Builder.create(stack, "orders").brokerName("orders").build();
        broker.allowFrom(Peer.ipv4("10.20.0.0/16"), Protocol.OPENWIRE);
        OpenWireFailoverOptions ordered = OpenWireFailoverOptions.builder().randomize(false).build();
        TerraformOutput.Builder.create(stack, "url")
            .value(broker.getEndpoints().getOpenWire().failoverUrl(ordered))
            .build();
        app.synth();
    }
}
