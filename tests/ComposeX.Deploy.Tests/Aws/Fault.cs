namespace ComposeX.Deploy.Tests.Aws;

/// <summary>What the double does in place of answering a call, or after having carried it out.</summary>
internal enum Fault
{
    None,

    /// <summary>Refuses with HTTP 400 <c>Throttling</c>.</summary>
    Throttle,

    /// <summary>Answers 503 with a page that is no XML.</summary>
    Unavailable,

    /// <summary>Closes the connection without having done anything.</summary>
    Drop,

    /// <summary>Does what was asked and closes the connection in the middle of the answer.</summary>
    DropAnswer,

    /// <summary>Refuses with HTTP 403 <c>AccessDenied</c>.</summary>
    Deny,

    /// <summary>Refuses with HTTP 403 <c>ExpiredToken</c>.</summary>
    Expire,

    /// <summary>Answers 500 <c>InternalFailure</c>.</summary>
    Break,

    /// <summary>Does what was asked and never answers, until the caller gives up.</summary>
    Stall,

    /// <summary>Refuses with HTTP 400 <c>InvalidAction</c>, as an emulation that does not know the operation.</summary>
    NotKnown,

    /// <summary>Refuses with HTTP 501 <c>NotImplemented</c>.</summary>
    NotImplemented,
}
