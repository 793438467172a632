using System;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;

namespace ComposeX.CloudFormation.Json;

/// <summary>JSON as every file of ours has it: two spaces, <c>\n</c>, the last line ended, nothing escaped that need not be.</summary>
internal static class JsonText
{
    public static string Write(Action<JsonWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, CloseOutput = false, Indentation = 2, IndentChar = ' ', Culture = CultureInfo.InvariantCulture })
        {
            write(json);
        }

        text.Write('\n');
        return text.ToString();
    }
}
