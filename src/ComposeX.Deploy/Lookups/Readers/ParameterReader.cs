using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads what is known of an SSM parameter beside its value, for which nobody asks.</summary>
internal static class ParameterReader
{
    private const string Resource = ":parameter/";

    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var arn = reading.Candidate.Arn;

        // parameter/a/b is the name /a/b, and parameter/a the name a.
        var name = arn is null ? reading.Candidate.Identifier : arn[(arn.IndexOf(Resource, System.StringComparison.Ordinal) + Resource.Length)..];
        var filter = new JsonObject { ["Key"] = "Name", ["Option"] = "Equals", ["Values"] = new JsonArray(name.Contains('/') && !name.StartsWith('/') ? "/" + name : name) };
        var answer = await reading.Aws[AwsService.Parameters].JsonAsync("DescribeParameters", new JsonObject { ["ParameterFilters"] = new JsonArray(filter) }, reading.Cancellation).ConfigureAwait(false);
        if (DocumentPath.Find(answer, "Parameters.0") is not JsonObject parameter)
            return null;
        return new JsonObject
        {
            ["Name"] = DocumentPath.Find(parameter, "Name"),
            ["Arn"] = arn ?? DocumentPath.Text(parameter, "ARN"),
            ["Type"] = DocumentPath.Find(parameter, "Type"),
            ["KeyId"] = DocumentPath.Find(parameter, "KeyId"),
        };
    }
}
