using System;
using System.Globalization;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Findings about how many tasks a family runs.</summary>
public static class ScalingDiagnostics
{
    public static Diagnostic NoRange(string key, Location location) =>
        Diagnostic.Error("CXSCALING01", location, $"\"{key}\" needs a \"Range\" to scale in: the fewest and the most tasks, such as 1-5.");

    public static Diagnostic BadRange(string range, Location location) =>
        Diagnostic.Error("CXSCALING02", location, $"\"{range}\" is no range. Write the fewest tasks, a hyphen and the most, such as 1-5 or 0-5.");

    public static Diagnostic UpsideDown(string low, string high, Location location) =>
        Diagnostic.Error("CXSCALING03", location, $"\"{low}\" is more than \"{high}\". Write the fewest tasks first, then the most.");

    public static Diagnostic NoNumber(string key, string value, string range, Location location) =>
        Diagnostic.Error("CXSCALING04", location, $"\"{value}\" is no value of \"{key}\", which is {range}.");

    public static Diagnostic NothingToTrack(Location location) =>
        Diagnostic.Warning("CXSCALING05", location, "\"TargetScaling\" has no target, so nothing is scaled by it. Add \"CpuTarget\", \"MemoryTarget\" or \"TgtTargetsCount\", or remove it.");

    public static Diagnostic NoTargetGroup(string family, Location location) =>
        Diagnostic.Error("CXSCALING06", location, $"\"TgtTargetsCount\" counts the requests that a load balancer sends to each task, and no application load balancer of x-elbv2 has \"{family}\" as a target. Make it one, or remove the key.");

    public static Diagnostic ReplicasOutOfRange(string family, int replicas, CapacityRange range, int used, Location location) =>
        Diagnostic.Warning("CXSCALING07", location, FormattableString.Invariant($"{replicas} replicas of \"{family}\" are outside of the range {range.Minimum}-{range.Maximum} that it scales in, so {used} is used. Write a number in the range, or leave it out."));

    public static Diagnostic ReplicasComeBack(string family, int replicas, Location location) =>
        Diagnostic.Note("CXSCALING08", location, FormattableString.Invariant($"Each deployment that changes \"{family}\" sets its number of tasks to {replicas} again, whatever scaling had made of it. Leave \"replicas\" out to keep what scaling arrived at."));

    public static Diagnostic Hidden(string key, string service, Location location) =>
        Diagnostic.Warning("CXSCALING09", location, $"\"{key}\" of \"{service}\" is not read, because the service has \"x-scaling\". Keep one.");

    public static Diagnostic RangeRaised(string family, long count, CapacityRange range, Location location) =>
        Diagnostic.Warning("CXSCALING10", location, FormattableString.Invariant($"The step to {count} tasks is above the range {range.Minimum}-{range.Maximum} of \"{family}\", which therefore reaches up to {count}. Write so in \"Range\", or lower the step."));

    public static Diagnostic NoMetric(string key, Location location) =>
        Diagnostic.Error("CXSCALING11", location, $"{key} has no metric to scale by. Remove \"Scaling\", or declare an alarm under x-alarms and scale by that.");

    public static Diagnostic NoSteps(Location location) =>
        Diagnostic.Error("CXSCALING12", location, "\"Scaling\" needs \"Steps\": a list with a \"LowerBound\", an \"UpperBound\" and a \"Count\" of tasks each.");

    public static Diagnostic IncompleteStep(string key, Location location) =>
        Diagnostic.Error("CXSCALING13", location, $"A step needs \"{key}\".");

    public static Diagnostic EmptyStep(decimal lower, decimal upper, Location location) =>
        Diagnostic.Error("CXSCALING14", location, $"A step from {Text(lower)} to {Text(upper)} covers nothing. Its \"UpperBound\" must be more than its \"LowerBound\".");

    public static Diagnostic StepsOverlap(decimal upper, decimal lower, Location location) =>
        Diagnostic.Error("CXSCALING15", location, $"This step begins at {Text(lower)}, but the one before it reaches up to {Text(upper)}. AWS takes no steps that overlap: begin at {Text(upper)}.");

    public static Diagnostic Gap(decimal from, decimal to, Location location) =>
        Diagnostic.Error("CXSCALING16", location, $"Nothing says how many tasks run from {Text(from)} to {Text(to)}, and AWS takes no gaps. Let each step begin where the one before ends, and the first where the alarm goes off.");

    public static Diagnostic OpenInTheMiddle(Location location) =>
        Diagnostic.Error("CXSCALING17", location, "Only the last step can do without an \"UpperBound\". Give this one the \"LowerBound\" of the next.");

    public static Diagnostic BoundRemoved(string key, decimal bound, Location location) =>
        Diagnostic.Warning("CXSCALING18", location, $"\"{key}\" {Text(bound)} is not used: nothing would say how many tasks run beyond it, so the outermost step has no end. Remove it.");

    public static Diagnostic NeverReached(decimal threshold, bool isBelow, Location location) =>
        Diagnostic.Error("CXSCALING19", location, $"This step is never reached: steps count while the alarm is on, and that is {(isBelow ? "below" : "from")} {Text(threshold)}{(isBelow ? "" : " on")}. Move the steps there, or change the alarm.");

    public static Diagnostic ScaledTwice(string family, string declaration, Location location) =>
        Diagnostic.Error("CXSCALING20", location, $"\"{declaration}\" scales \"{family}\" twice. Keep the Scaling of the family or that of one of its services.");

    public static Diagnostic ScaledByTwo(string family, string first, string second, Location location) =>
        Diagnostic.Warning("CXSCALING21", location, $"\"{family}\" is scaled in steps by \"{first}\" and by \"{second}\": while one calls for more tasks, the other, when at rest, takes them away again. Scale by one, or by an alarm on the sum of both.");

    public static Diagnostic BadSchedule(string schedule, Location location) =>
        Diagnostic.Error("CXSCALING22", location, $"\"{schedule}\" is no schedule. Write cron(minute hour day month weekday year), rate(2 hours), or at(2026-01-31T08:00:00).");

    public static Diagnostic ScheduleRewritten(string schedule, string used, Location location) =>
        Diagnostic.Warning("CXSCALING23", location, $"AWS does not take \"{schedule}\", so \"{used}\" is used. Write it so.");

    public static Diagnostic IncompleteAction(string key, Location location) =>
        Diagnostic.Error("CXSCALING24", location, $"A scheduled action needs \"{key}\".");

    public static Diagnostic ActionRenamed(string name, string used, Location location) =>
        Diagnostic.Warning("CXSCALING25", location, $"AWS takes no name like \"{name}\" for a scheduled action, so it is called \"{used}\". Write a name without :, / and |, and without spaces around it.");

    public static Diagnostic ActionsOfOneName(string name, Location location) =>
        Diagnostic.Error("CXSCALING26", location, $"Another scheduled action of this family is called \"{name}\" too, and says something else. Rename one.");

    public static Diagnostic NoTimezone(string timezone, Location location) =>
        Diagnostic.Error("CXSCALING27", location, $"\"{timezone}\" is no time zone. Write one by its name in the tz database, such as Europe/London or Etc/GMT+9.");

    public static Diagnostic NoTime(string key, string value, Location location) =>
        Diagnostic.Error("CXSCALING28", location, $"\"{value}\" is no time for \"{key}\". Write one in UTC such as 2026-01-31T08:00:00Z.");

    public static Diagnostic EndsBeforeItStarts(Location location) =>
        Diagnostic.Error("CXSCALING29", location, "\"EndTime\" must be after \"StartTime\".");

    public static Diagnostic NoRandomId(Location location) =>
        Diagnostic.Note("CXSCALING30", location, "\"AddRandomId\" adds nothing: a scheduled action belongs to its service alone, so its name clashes with no other. Remove it.");

    public static Diagnostic NothingToScale(string family, Location location) =>
        Diagnostic.Warning("CXSCALING31", location, $"\"{family}\" has no ECS service, so there is no number of tasks to scale. Remove this, or set \"DeleteDefaultService: false\".");

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
