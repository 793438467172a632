namespace ComposeX.Modules.Logging.Reading;

/// <summary>Who carries a container's output away.</summary>
internal enum LogDriver
{
    /// <summary>CloudWatch Logs, straight from ECS.</summary>
    AwsLogs,

    /// <summary>A log router beside the container.</summary>
    FireLens,

    Splunk,

    /// <summary>Nobody.</summary>
    None,

    /// <summary>A driver of the host, which only tasks on instances can have.</summary>
    Host,
}
