using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ComposeX.Architecture.Tests.Assemblies;

/// <summary>One line of <c>BannedSymbols.txt</c>: a symbol in the notation of documentation files, and why it is banned.</summary>
internal sealed record BannedSymbol(char Kind, string Name, string Reason)
{
    public static IReadOnlyList<BannedSymbol> In(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(';', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new BannedSymbol(parts[0][0], parts[0][2..], parts.ElementAtOrDefault(1) ?? "")),
    ];

    /// <summary>The analyzer says nothing about a line whose symbol does not exist, so this must.</summary>
    public bool Exists => Kind == 'T' ? Find(Name) is not null : Find(Name[..Dot]) is { } type && type
        .GetMember(Name[(Dot + 1)..Parenthesis], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        .Any(IsThis);

    private int Parenthesis => Name.IndexOf('(', StringComparison.Ordinal) is var at and >= 0 ? at : Name.Length;

    private int Dot => Name.LastIndexOf('.', Parenthesis - 1);

    private bool IsThis(MemberInfo member) => (Kind, member) switch
    {
        ('P', PropertyInfo) or ('F', FieldInfo) => true,
        ('M', MethodInfo method) => Parameters(method) == Name[Parenthesis..],
        _ => false,
    };

    private static string Parameters(MethodInfo method) => method.GetParameters() is { Length: > 0 } parameters
        ? $"({string.Join(',', parameters.Select(parameter => parameter.ParameterType.FullName!.Replace('&', '@')))})"
        : "";

    private static Type? Find(string name) => new[] { typeof(object), typeof(Console), typeof(System.Diagnostics.Process), typeof(System.Net.WebRequest) }
        .Select(known => known.Assembly.GetType(name))
        .FirstOrDefault(type => type is not null);
}
