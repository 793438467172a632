using System;
using System.Linq;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Operations;

/// <summary>Prints a stack's outputs and writes them for other programs.</summary>
internal static class OutputsReport
{
    public static void Show(Session session, Stack stack)
    {
        var outputs = stack.Outputs.OrderBy(output => output.OutputKey, StringComparer.Ordinal).ToList();
        if (outputs.Count > 0)
            session.Reporter.Progress($"Outputs of {stack.StackName}");
        session.Reporter.Progress(outputs.Select(output => $"  {output.OutputKey} = {session.Secrets.MaskValue(output.OutputValue)}"));
        if (session.Request.OutputsFile is not { } file)
            return;
        JsonFile.Write(file, json =>
        {
            json.WriteStartObject();
            foreach (var output in outputs)
                json.WriteString(output.OutputKey, session.Secrets.MaskValue(output.OutputValue));
            json.WriteEndObject();
        });
    }
}
