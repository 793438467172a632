using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>The name that a service gives to another one in <c>links</c>: <c>db:database</c>.</summary>
internal sealed record LinkAlias(string Service, Located<string> Alias)
{
    public static IEnumerable<LinkAlias> Of(ComposeService service) =>
        from link in service.Links
        let colon = link.Value.IndexOf(':')
        where colon >= 0
        select new LinkAlias(link.Value.Substring(0, colon), new(link.Value.Substring(colon + 1), link.Origin));
}
