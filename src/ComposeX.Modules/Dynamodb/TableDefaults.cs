using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>
/// What a table gets when nobody says otherwise. Encryption needs nothing: DynamoDB encrypts every table, with a key of its own when no
/// other is named. Deletion protection is left to the user: with it CloudFormation could not take back a deployment that failed.
/// </summary>
internal static class TableDefaults
{
    public static CfnMap Complete(CfnMap properties, Location origin)
    {
        var cfn = new Cfn(origin);
        if (properties["PointInTimeRecoverySpecification"] is null)
        {
            properties = properties.With("PointInTimeRecoverySpecification", cfn.Map(("PointInTimeRecoveryEnabled", cfn.Boolean(true))));
        }

        return properties["SSESpecification"] is CfnMap encryption ? properties.With("SSESpecification", TableKey.Complete(encryption)) : properties;
    }
}
