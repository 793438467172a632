namespace ComposeX.Deploy.Tests.Aws;

/// <summary>A call that reached the double.</summary>
internal sealed record Call(string Service, string Operation)
{
    public override string ToString() => Service + "." + Operation;
}
