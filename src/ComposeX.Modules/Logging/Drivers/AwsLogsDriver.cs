using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Drivers;

/// <summary>The driver <c>awslogs</c>: what a container writes goes to the family's log group, or to one that the user names.</summary>
internal static class AwsLogsDriver
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
    private static readonly string[] Known =
    [
        "awslogs-create-group", "awslogs-datetime-format", "awslogs-endpoint", "awslogs-group", "awslogs-multiline-pattern", "awslogs-region",
        "awslogs-stream-prefix", "max-buffer-size", "mode",
    ];

    public static IEnumerable<Contribution> Of(Family family, ServiceLogging logging, DiagnosticBag diagnostics)
    {
        Check(logging, diagnostics);
        var defaults = FamilyLogs.Configuration(family, logging.Service.Name, logging.Origin);
        var options = logging.Options
            .Where(option => option.Name != "awslogs-create-group")
            .Aggregate((CfnMap)defaults["Options"]!, (map, option) => map.With(option.Name, DriverOptions.Value(option)));
        if (CreatesGroup(logging))
        {
            // ECS takes strings only, also for what is true or false.
            options = options.With("awslogs-create-group", new Cfn(logging.Origin).String("true"));
        }

        if (logging.Option("mode") is { Value: "blocking" })
        {
            options = options with { Members = [.. options.Members.Where(member => member.Name != "max-buffer-size")] };
        }

        yield return new SetOnContainer(family, [logging.Service.Name], "LogConfiguration", defaults.With("Options", options), logging.Origin);
        if (GoesElsewhere(logging))
        {
            yield return Grant(family, logging, options);
        }
    }

    /// <summary>Whether the logs go to another group than the family's: one of another name, or in another region.</summary>
    public static bool GoesElsewhere(ServiceLogging logging) =>
        logging.Driver == LogDriver.AwsLogs && (logging.Option("awslogs-group") is not null || logging.Option("awslogs-region") is not null);

    /// <summary>Whether a group that the stack does not make is made when it is missing. That is so unless the user forbids it: a task without its group does not start.</summary>
    public static bool CreatesGroup(ServiceLogging logging) => GoesElsewhere(logging) && !IsFalse(logging.Option("awslogs-create-group")?.Value);

    private static GrantStatement Grant(Family family, ServiceLogging logging, CfnMap options)
    {
        IReadOnlyList<string> create = CreatesGroup(logging) ? ["logs:CreateLogGroup"] : [];
        var arn = DriverOptions.LogGroupArn(options["awslogs-group"]!, logging.Option("awslogs-region")?.Value);
        return new(family, "logs", "WriteLogsOf" + LogicalId.From(logging.Service.Name), [.. create, "logs:CreateLogStream", "logs:PutLogEvents"], [arn], logging.Origin) { Role = FamilyRole.Execution };
    }

    private static void Check(ServiceLogging logging, DiagnosticBag diagnostics)
    {
        foreach (var option in logging.Options)
        {
            if (Array.IndexOf(Known, option.Name) < 0)
            {
                diagnostics.Add(LoggingDiagnostics.UnknownOption(option.Name, "awslogs", Known, option.NameOrigin));
            }
            else if (Expected(option.Name, option.Value ?? "") is { } expected)
            {
                diagnostics.Add(LoggingDiagnostics.BadOption(option.Name, option.Value ?? "", expected, option.ValueOrigin));
            }
        }

        if (logging.Option("awslogs-multiline-pattern") is { } pattern && logging.Option("awslogs-datetime-format") is not null)
        {
            diagnostics.Add(LoggingDiagnostics.Exclusive(pattern.Name, "awslogs-datetime-format", pattern.NameOrigin));
        }

        if (logging.Option("max-buffer-size") is { } size && logging.Option("mode") is { Value: "blocking" })
        {
            diagnostics.Add(LoggingDiagnostics.Exclusive(size.Name, "mode: blocking", size.NameOrigin));
        }

        if (logging.Option("awslogs-create-group") is { } create && !GoesElsewhere(logging))
        {
            diagnostics.Add(LoggingDiagnostics.CreatedAnyway(create.Name, create.NameOrigin));
        }
    }

    private static string? Expected(string option, string value) => option switch
    {
        "awslogs-create-group" when !IsFalse(value) && !IsTrue(value) => "true or false",
        "awslogs-region" when !DriverOptions.IsRegion(value) => "a region, such as eu-west-1",
        "max-buffer-size" when !Regex.IsMatch(value, "^[0-9]+[kmgKMG]?$", RegexOptions.CultureInvariant) => "a number of bytes, with k, m or g behind it where it is large",
        "mode" when value is not ("blocking" or "non-blocking") => "blocking or non-blocking",
        not "mode" when value.Length == 0 => "some text",
        _ => null,
    };

    private static bool IsTrue(string? value) => value?.ToLowerInvariant() is "true" or "yes";

    private static bool IsFalse(string? value) => value?.ToLowerInvariant() is "false" or "no";
}
