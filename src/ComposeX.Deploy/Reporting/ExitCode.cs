namespace ComposeX.Deploy.Reporting;

/// <summary>How a run ended, for whoever started the process.</summary>
internal enum ExitCode
{
    /// <summary>What was asked for is so, also when nothing had to be changed.</summary>
    Done = 0,

    /// <summary>The request, the manifest or the templates are not fit to be sent; nothing was changed.</summary>
    Invalid = 1,

    /// <summary>The plan would lose data that nobody agreed to lose; nothing was changed.</summary>
    DataLoss = 2,

    /// <summary>AWS refused or could not be reached.</summary>
    Refused = 3,

    /// <summary>The stack operation failed.</summary>
    Failed = 4,

    /// <summary>The operation took longer than the request allows.</summary>
    TimedOut = 5,

    /// <summary>Somebody asked us to stop.</summary>
    Cancelled = 130,
}
