using System;
using System.Collections.Generic;
using System.Globalization;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>Writes members of a request as the query protocol flattens them: <c>Tags.member.1.Key</c>. What is not set is left out.</summary>
internal sealed class QueryWriter(IDictionary<string, string> parameters, string prefix = "")
{
    public void Text(string name, string? value)
    {
        if (value is not null)
            parameters[prefix + name] = value;
    }

    public void Flag(string name, bool? value) => Text(name, value is { } flag ? (flag ? "true" : "false") : null);

    public void Texts(string name, IReadOnlyList<string>? values)
    {
        for (var i = 0; i < (values?.Count ?? 0); i++)
            Text(Member(name, i), values![i]);
    }

    public void Structures<T>(string name, IReadOnlyList<T>? values, Action<QueryWriter, T> write)
    {
        for (var i = 0; i < (values?.Count ?? 0); i++)
            write(new QueryWriter(parameters, prefix + Member(name, i) + "."), values![i]);
    }

    private static string Member(string name, int index) => name + ".member." + (index + 1).ToString(CultureInfo.InvariantCulture);
}
