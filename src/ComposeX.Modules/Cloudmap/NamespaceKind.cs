namespace ComposeX.Modules.Cloudmap;

/// <summary>Who can resolve the names of a namespace.</summary>
internal enum NamespaceKind
{
    /// <summary>Whoever is in the VPC.</summary>
    Private,

    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Nobody by DNS: the names are for Service Connect, and for who asks Cloud Map itself.</summary>
    Http,
}
