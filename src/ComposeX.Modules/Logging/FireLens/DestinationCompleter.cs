using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>Completes an output by what follows from what the user said: the plugin from its target, the region, a log stream's prefix.</summary>
internal sealed class DestinationCompleter(Family family, string service, Location origin, DiagnosticBag diagnostics)
{
    private static readonly Regex Arn = new(@"^arn:[^:]+:(firehose|kinesis):(?<region>[^:]+):\d{12}:(deliverystream|stream)/(?<name>.+)$", RegexOptions.CultureInvariant);

    /// <summary>The output as Fluent Bit takes it, or null and a finding when nothing says where it leads.</summary>
    public Destination? Complete(Destination destination)
    {
        // Fluentd's word for what Fluent Bit calls the name.
        if (destination["@type"] is not null)
        {
            return destination;
        }

        var targets = AwsOutput.All.Where(output => destination[output.Target] is not null).ToList();
        if (targets.Count > 1)
        {
            diagnostics.Add(FireLensDiagnostics.SeveralDestinations(targets[0].Target, targets[1].Target, destination[targets[1].Target]?.Origin ?? origin));
            return null;
        }

        if ((destination["Name"] is null && targets.Count == 0) || (targets.Count == 1 && destination[targets[0].Target] is CfnString { Value.Length: 0 }))
        {
            diagnostics.Add(FireLensDiagnostics.NoDestination(service, origin));
            return null;
        }

        var cfn = new Cfn(origin);
        var named = destination["Name"] is null ? destination.Before("Name", cfn.String(PluginFor(targets[0], destination))) : destination;
        if (AwsOutput.Of(named.Plugin) is not { } output)
        {
            return named;
        }

        named = ByName(named, output);
        named = named["region"] is null ? named.With("region", cfn.Pseudo("AWS::Region")) : named;
        return output == AwsOutput.CloudWatch ? WithLogStream(named, cfn) : named;
    }

    // What is filled in when it runs, only the older of the two plugins understands.
    private static string PluginFor(AwsOutput output, Destination destination) =>
        output == AwsOutput.CloudWatch && destination.Options.Any(option => option.Value is CfnString text && text.Value.Contains("$(")) ? "cloudwatch" : output.Plugins[0];

    // Fluent Bit takes a stream by name, and its region apart.
    private static Destination ByName(Destination destination, AwsOutput output)
    {
        if (destination[output.Target] is not CfnString target || Arn.Match(target.Value) is not { Success: true } match)
        {
            return destination;
        }

        var named = destination.With(output.Target, target with { Value = match.Groups["name"].Value });
        return named["region"] is null ? named.With("region", target with { Value = match.Groups["region"].Value }) : named;
    }

    private Destination WithLogStream(Destination destination, Cfn cfn)
    {
        var complete = destination["log_group_name"] is null ? destination.With("log_group_name", cfn.Ref(family.LogGroup()))
            : destination["auto_create_group"] is null ? destination.With("auto_create_group", cfn.String("true"))
            : destination;
        return complete["log_stream_name"] is null && complete["log_stream_prefix"] is null ? complete.With("log_stream_prefix", cfn.String(service + "/")) : complete;
    }
}
