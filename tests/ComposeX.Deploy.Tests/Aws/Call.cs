namespace ComposeX.Deploy.Tests.Aws;

/// <summary>A call that reached the double.</summary>
internal sealed record Call(string Service, string Operation)
{
    public string AccessKey { get; init; } = "";

    public override string ToString() => Service + "." + Operation;
}
