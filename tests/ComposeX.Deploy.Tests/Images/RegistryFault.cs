namespace ComposeX.Deploy.Tests.Images;

/// <summary>What the registry's double does in place of answering a call, or after having carried it out.</summary>
internal enum RegistryFault
{
    None,

    /// <summary>Refuses with 429 and says when to come again.</summary>
    Busy,

    /// <summary>Answers 500.</summary>
    Broken,

    /// <summary>Answers 503 with a page.</summary>
    Unavailable,

    /// <summary>Closes the connection without having done anything.</summary>
    Drop,

    /// <summary>Reads half of what is sent and closes the connection.</summary>
    DropInBody,

    /// <summary>Does what was asked and closes the connection in place of answering.</summary>
    DropAnswer,

    /// <summary>Has forgotten the upload.</summary>
    Forget,

    /// <summary>Refuses with 403.</summary>
    Deny,
}
