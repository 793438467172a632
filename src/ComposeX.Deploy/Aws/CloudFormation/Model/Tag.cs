using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A tag of a stack.</summary>
internal sealed record Tag(string Key, string Value)
{
    internal void Write(QueryWriter query)
    {
        query.Text(nameof(Key), Key);
        query.Text(nameof(Value), Value);
    }
}
