using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Ec2;

/// <summary>What <c>cfn-init</c> does on an instance: the files of Docker and of the ECS agent, and the services in the order in which they can start.</summary>
internal static class InitConfiguration
{
    private const string DockerFile = "/etc/sysconfig/docker";

    // The service waits for the end of the instance's own start script, which waits for the service: its unit is copied without that.
    private const string StartEarly = "sed -e '/^After=cloud-final.service$/d' -e '/^After=/s/cloud-final.service//' /usr/lib/systemd/system/ecs.service > /etc/systemd/system/ecs.service";

    public static CfnMap Of(Group group)
    {
        var cfn = group.Cfn;
        return cfn.Map(("AWS::CloudFormation::Init", cfn.Map(
            ("configSets", cfn.Map(("default", cfn.Strings(["docker", "agent"])))),
            ("docker", cfn.Map(
                ("files", cfn.Map((DockerFile, File(cfn.String(AgentConfiguration.Docker), cfn)))),
                ("services", cfn.Map(("systemd", cfn.Map(
                    ("docker", cfn.Map(
                        ("enabled", cfn.Boolean(true)),
                        ("ensureRunning", cfn.Boolean(true)),
                        ("files", cfn.Strings([DockerFile])))))))))),
            ("agent", cfn.Map(
                ("files", cfn.Map(("/etc/ecs/ecs.config", File(group.Cluster.Sub(AgentConfiguration.Agent(group.Asked), cfn), cfn)))),
                ("commands", cfn.Map(
                    ("01_start_early", Command(StartEarly, cfn)),
                    ("02_reload", Command("systemctl daemon-reload", cfn)),
                    // An AMI of one's own may be without it; the instance works all the same.
                    ("03_session_manager", Command("systemctl enable --now amazon-ssm-agent", cfn).With("ignoreErrors", cfn.Boolean(true))))))))));
    }

    private static CfnMap File(CfnValue content, Cfn cfn) => cfn.Map(
        ("content", content),
        ("mode", cfn.String("000644")),
        ("owner", cfn.String("root")),
        ("group", cfn.String("root")));

    private static CfnMap Command(string text, Cfn cfn) => cfn.Map(("command", cfn.String(text)));
}
