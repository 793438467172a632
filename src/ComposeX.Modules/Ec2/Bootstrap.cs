using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Ec2;

/// <summary>
/// The script that an instance starts with. Whatever fails in it, and whatever does not end in time, ends the instance, so that
/// whoever launched it launches another one: a machine that is in no cluster costs as much as one that works.
/// </summary>
internal static class Bootstrap
{
    private const int SecondsBetween = 5;

    private const string Script = """
        #!/bin/bash
        # Makes this machine a member of an ECS cluster, or ends it. Configuration @Hash@.
        set -euo pipefail
        export PATH="$PATH:/opt/aws/bin"

        cluster='${Cluster}'
        stack='${AWS::StackName}'
        region='${AWS::Region}'
        role='${Role}'

        # Shutting down terminates the instance: its launch template says so.
        finish() {
          local status=$?
          trap - EXIT
        @Signal@  if [[ "$status" -ne 0 ]]; then
            echo "No member of the cluster $cluster (status $status): this machine shuts itself down." >&2
            shutdown -h now
          fi
          exit "$status"
        }
        trap finish EXIT

        is_member() {
          local answer
          answer="$(curl --silent --fail --max-time 5 http://localhost:51678/v1/metadata | tr -d '[:space:]')" || return 1
          [[ "$answer" == *"\"Cluster\":\"$cluster\""* && "$answer" != *'"ContainerInstanceArn":null'* ]]
        }

        if ! command -v cfn-init >/dev/null; then
          timeout 300 yum install --assumeyes --quiet aws-cfn-bootstrap
        fi
        timeout 600 cfn-init --verbose --stack "$stack" --resource @Template@ --configsets default --role "$role" --region "$region"
        timeout 60 systemctl enable --now --no-block ecs

        attempts=0
        until is_member; do
          attempts=$((attempts + 1))
          if [[ "$attempts" -ge @Attempts@ ]]; then
            echo "The ECS agent is no member of the cluster $cluster after @Minutes@ minutes." >&2
            exit 1
          fi
          sleep @Seconds@
        done

        """;

    // Once the stack is made nobody waits for a signal, and it is no fault that none is taken.
    private const string Signal = """
          timeout 60 cfn-signal --exit-code "$status" --stack "$stack" --resource @Group@ --role "$role" --region "$region" || true

        """;

    public static CfnFunction UserData(Group group)
    {
        var minutes = group.Asked.BootstrapMinutes;
        var script = Script.Replace("\r\n", "\n")
            .Replace("@Signal@", group.Asked.AutoScaling is null ? "" : Signal.Replace("\r\n", "\n"))
            .Replace("@Hash@", Hash(AgentConfiguration.Docker + AgentConfiguration.Agent(group.Asked)))
            .Replace("@Template@", group.LaunchTemplate)
            .Replace("@Group@", group.AutoScalingGroup)
            .Replace("@Attempts@", (minutes * 60 / SecondsBetween).ToString(CultureInfo.InvariantCulture))
            .Replace("@Minutes@", minutes.ToString(CultureInfo.InvariantCulture))
            .Replace("@Seconds@", SecondsBetween.ToString(CultureInfo.InvariantCulture));
        return group.Cfn.Function("Fn::Base64", group.Cluster.Sub(script, group.Cfn, ("Role", group.Cfn.Ref(group.Role))));
    }

    // Files that change make a new version of the template, by which instances are replaced. FNV-1a tells them apart, and guards no secret.
    private static string Hash(string text)
    {
        const ulong Offset = 14695981039346656037;
        const ulong Prime = 1099511628211;
        return text.Aggregate(Offset, (hash, character) => unchecked((hash ^ character) * Prime)).ToString("x16", CultureInfo.InvariantCulture);
    }
}
