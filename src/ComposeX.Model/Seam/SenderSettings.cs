using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary><c>MacroParameters</c> of what others send to: who of AWS may, and whether only over TLS.</summary>
/// <param name="Principals">By what they may do (<c>Publish</c>), the services' principals.</param>
public sealed record SenderSettings(IReadOnlyDictionary<string, IReadOnlyList<Located<string>>> Principals, bool SecureOnly)
{
    /// <summary>Reads <c>AwsPrincipalsAccess</c> and <c>EnforceSecureConnection</c>.</summary>
    /// <param name="kinds">What services may be allowed.</param>
    /// <param name="unknown">The finding for a service that is none.</param>
    public static SenderSettings Read(Declaration declaration, IReadOnlyList<string> kinds, Func<Located<string>, Diagnostic> unknown, DiagnosticBag diagnostics)
    {
        var macro = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var access = MappingReader.Of(macro.Mapping("AwsPrincipalsAccess"), diagnostics);
        var secure = macro.Boolean("EnforceSecureConnection");
        macro.RejectOthers($"MacroParameters of {declaration.Module.Key}");
        var principals = kinds.ToDictionary(kind => kind, kind => Find(access.Texts(kind), unknown, diagnostics), StringComparer.Ordinal);
        access.RejectOthers("AwsPrincipalsAccess");
        return new(principals, secure is not { Value: false });
    }

    private static IReadOnlyList<Located<string>> Find(IReadOnlyList<Located<string>> services, Func<Located<string>, Diagnostic> unknown, DiagnosticBag diagnostics)
    {
        var found = new List<Located<string>>();
        foreach (var service in services)
        {
            if (ServicePrincipals.Find(service.Value) is { } principal)
            {
                found.Add(service with { Value = principal });
            }
            else
            {
                diagnostics.Add(unknown(service));
            }
        }

        return found;
    }
}
