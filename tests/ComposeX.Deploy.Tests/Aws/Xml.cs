using System.Security;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>Text as XML.</summary>
internal static class Xml
{
    public static string Escape(string? text) => SecurityElement.Escape(text) ?? "";

    public static string Element(string name, string? text) => text is null ? "" : $"<{name}>{Escape(text)}</{name}>";
}
