using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>The disks of Fargate's tasks, encrypted with a key that the cluster names: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-storage-encryption.html.</summary>
internal static class ClusterStorage
{
    public static IEnumerable<KeyUser> Users(Declaration key, Surroundings surroundings)
    {
        var cluster = surroundings.Declarations.FirstOrDefault(declaration => declaration.Module.Key == "x-cluster");
        var storage = (cluster?.Properties?["Configuration"] as YamlMapping)?["ManagedStorageConfiguration"] as YamlMapping;
        if (storage?["FargateEphemeralStorageKmsKeyId"] is not YamlScalar text
            || PropertiesReader.ReadReference(text.Text, text.Location) is not { } reference || !KeyUsers.IsTo(reference, key))
        {
            return [];
        }

        var cfn = new Cfn(text.Location);
        var account = cfn.Map(("kms:EncryptionContext:aws:ecs:clusterAccount", cfn.Pseudo("AWS::AccountId")));
        return
        [
            new("fargate", cfn.String("fargate.amazonaws.com"), "encrypt the disks of tasks", ["kms:GenerateDataKeyWithoutPlaintext"],
                cfn.Map(("StringEquals", account)), text.Location),
            new("fargate-grants", cfn.String("fargate.amazonaws.com"), "read the disks of tasks", ["kms:CreateGrant"],
                cfn.Map(("StringEquals", account), ("ForAllValues:StringEquals", cfn.Map(("kms:GrantOperations", cfn.Strings(["Decrypt"]))))), text.Location),
        ];
    }
}
