using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Rds;

/// <summary>Who may take on a role: an AWS service, on behalf of this account alone.</summary>
internal static class ServiceTrust
{
    public static CfnMap Of(string service, Cfn cfn) => cfn.Map(
        ("Version", cfn.String("2012-10-17")),
        ("Statement", cfn.List(cfn.Map(
            ("Effect", cfn.String("Allow")),
            ("Principal", cfn.Map(("Service", cfn.String(service)))),
            ("Action", cfn.String("sts:AssumeRole")),
            ("Condition", cfn.Map(("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId"))))))))));
}
