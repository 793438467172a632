namespace ComposeX.Deploy.Requests;

/// <summary>What a request asks for.</summary>
internal enum DeployOperation
{
    Plan,
    Deploy,
    Outputs,
    Status,
    Events,
    Drift,
    Destroy,
    Lookup,
    Images,
}
