using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>Findings about alarms.</summary>
public static class AlarmsDiagnostics
{
    public static Diagnostic TwoExpressions(Location location) =>
        Diagnostic.Error("CXALARMS01", location, "\"AlarmRule\" and \"CompositeExpression\" say the same thing twice. Keep one.");

    public static Diagnostic BadExpression(string expression, string stopsAt, Location location) =>
        Diagnostic.Error("CXALARMS02", location, $"\"{expression}\" is no expression on alarms: it goes wrong at {(stopsAt.Length == 0 ? "its end" : $"\"{stopsAt}\"")}. Write one such as ALARM(a) AND (OK(b) OR NOT ALARM(c)).");

    public static Diagnostic UnknownAlarm(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXALARMS03", location, $"There is no alarm \"{name}\" under x-alarms.{Spelling.Hint(name, known)} Declare it; one that exists already is declared with \"Use\" and its name.");

    public static Diagnostic OnItself(string name, Location location) =>
        Diagnostic.Error("CXALARMS04", location, $"The alarm \"{name}\" cannot be part of its own expression. Name other alarms.");

    public static Diagnostic CompositeHasNoMetric(Location location) =>
        Diagnostic.Error("CXALARMS05", location, "\"ServiceName\" says which service a metric is of, and an alarm on other alarms has no metric. Move it to those alarms.");

    public static Diagnostic CompositeCannotScale(string service, Location location) =>
        Diagnostic.Warning("CXALARMS06", location, $"\"{service}\" is not scaled by this: CloudWatch lets an alarm on other alarms notify, and not scale. Move \"Scaling\" to one of those alarms.");

    public static Diagnostic NoThreshold(string alarm, Location location) =>
        Diagnostic.Error("CXALARMS07", location, $"Steps are counted from the threshold of \"{alarm}\", which has none that is a number. Give it a \"Threshold\", and a \"ComparisonOperator\" that compares with it.");

    public static Diagnostic NothingAsked(string service, Location location) =>
        Diagnostic.Warning("CXALARMS08", location, $"\"{service}\" gets nothing from the alarm. Add \"Scaling\", or remove the entry.");

    public static Diagnostic NoMetric(string alarm, Location location) =>
        Diagnostic.Error("CXALARMS09", location, $"The alarm \"{alarm}\" watches nothing. Give it a \"MetricName\", \"Metrics\", or a \"CompositeExpression\" on other alarms.");

    public static Diagnostic IncompleteMetric(string key, Location location) =>
        Diagnostic.Error("CXALARMS10", location, $"CloudWatch needs \"{key}\" with a \"MetricName\". Add it to the Properties.");

    public static Diagnostic NameExpected(Location location) =>
        Diagnostic.Error("CXALARMS11", location, "\"Use\" must be the name of an existing alarm.");

    public static Diagnostic ExistsAlready(string key, string alarm, Location location) =>
        Diagnostic.Error("CXALARMS12", location, $"\"{alarm}\" exists already and is not changed, so \"{key}\" cannot be added to it. Remove the key, or put the alarm into an expression and add it there.");

    public static Diagnostic OneTopic(Location location) =>
        Diagnostic.Error("CXALARMS13", location, "An entry of \"Topics\" names one topic: by \"TopicArn\", or by its name under \"x-sns\".");

    public static Diagnostic NoTopic(string arn, Location location) =>
        Diagnostic.Error("CXALARMS14", location, $"\"{arn}\" is no topic's ARN. Write one such as arn:aws:sns:eu-west-1:123456789012:alerts, or the topic's name after \"x-sns\".");

    public static Diagnostic OddTopic(string arn, Location location) =>
        Diagnostic.Warning("CXALARMS15", location, $"\"{arn}\" does not look like a topic's ARN: behind the account stands the topic's name, which has letters, digits, hyphens and underscores only. Check it.");

    public static Diagnostic UnknownOccasion(string occasion, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXALARMS16", location, $"\"{occasion}\" is no value of \"NotifyOn\".{Spelling.Hint(occasion, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic InSeveralFamilies(string service, IReadOnlyList<string> families, Location location) =>
        Diagnostic.Error("CXALARMS17", location, $"\"{service}\" runs in several tasks. Name one of them: {string.Join(", ", families)}.");

    public static Diagnostic NoTargetGroup(string text, Location location) =>
        Diagnostic.Error("CXALARMS18", location, $"\"{text}\" names no target group. Write x-elbv2::<load balancer>::<family>::<port>.");

    public static Diagnostic NotATarget(string family, string balancer, Location location) =>
        Diagnostic.Error("CXALARMS19", location, $"The load balancer \"{balancer}\" has no target \"{family}\". Name a family that is among its targets.");

    public static Diagnostic SeveralTargetGroups(string family, string balancer, Location location) =>
        Diagnostic.Error("CXALARMS20", location, $"The load balancer \"{balancer}\" sends to several ports of \"{family}\", and this names none of them. Write x-elbv2::{balancer}::{family}::<port>.");

    public static Diagnostic SameName(string name, string other, Location location) =>
        Diagnostic.Error("CXALARMS26", location, $"The alarm \"{other}\" is called \"{name}\" too, and CloudWatch has one alarm of a name. Rename one, or leave \"AlarmName\" out.");

    public static Diagnostic UnknownPredefined(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXALARMS21", location, $"There is no predefined alarm \"{name}\".{Spelling.Hint(name, known)} There are {string.Join(" and ", known)}.");

    public static Diagnostic PredefinedNeedsRange(string name, Location location) =>
        Diagnostic.Error("CXALARMS22", location, $"\"{name}\" goes off when scaling has reached its end, and the service does not scale. Give it \"x-scaling\" with a \"Range\".");

    public static Diagnostic BadSetting(string setting, string value, string range, Location location) =>
        Diagnostic.Error("CXALARMS23", location, $"\"{value}\" is no value of \"{setting}\", which is {range}.");

    public static Diagnostic MoreDatapointsThanPeriods(Location location) =>
        Diagnostic.Error("CXALARMS24", location, "\"DatapointsToAlarm\" cannot be more than \"EvaluationPeriods\". Raise the periods, or lower the datapoints.");

    public static Diagnostic NoContainerInsights(string name, Location location) =>
        Diagnostic.Warning("CXALARMS25", location, $"\"{name}\" needs the number of running tasks, which CloudWatch knows only while Container Insights is on: it will never go off. Add ClusterSettings with the Name containerInsights and the Value enabled to the Properties of x-cluster.");

    public static Diagnostic NothingRunsAlways(string name, string family, Location location) =>
        Diagnostic.Warning("CXALARMS27", location, $"\"{name}\" watches an ECS service, and \"{family}\" has none, so the alarm is not made. Remove it, or set \"DeleteDefaultService: false\".");

    public static Diagnostic NothingMeasured(string family, Location location) =>
        Diagnostic.Error("CXALARMS28", location, $"ECS measures services, and \"{family}\" has none, so this alarm would never go off. Watch another metric, or set \"DeleteDefaultService: false\".");
}
