using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>A request as the double reads it from the wire.</summary>
internal sealed record AwsRequest(string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Form { get; private init; } = new Dictionary<string, string>();

    public string Service => Scope is [_, _, _, var service, _] ? service : IsUnsigned ? "sts" : "none";

    /// <summary>Whether it is what only somebody without credentials asks: to be given some.</summary>
    public bool IsUnsigned => Form.GetValueOrDefault("Action") == "AssumeRoleWithWebIdentity";

    public string Operation => Form.GetValueOrDefault("Action")
        ?? (Header("X-Amz-Target").Split('.') is [_, var operation] ? operation : Service == "s3" ? S3Double.OperationOf(this) : ResourcesDouble.OperationOf(this));

    /// <summary>Whether the service answers in JSON.</summary>
    public bool IsJson => Header("X-Amz-Target").Length > 0 || Service == "elasticfilesystem";

    public JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;

    public string AccessKey => Scope is [var key, ..] ? key : "";

    private string[] Scope => Header("Authorization").Split("Credential=") is [_, var rest] ? rest.Split(',')[0].Split('/') : [];

    public static async Task<AwsRequest> ReadAsync(HttpRequest http)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body);
        var request = new AwsRequest(
            http.Method,
            http.Path.Value ?? "",
            http.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            http.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        return http.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true
            ? request with { Form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.ToArray())).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal) }
            : request;
    }

    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>Every call is signed with Signature Version 4, for the region, and recent.</summary>
    /// <param name="refused">Keys of the test's own, and whether they have expired.</param>
    public void CheckSignature(DateTimeOffset now, IReadOnlyDictionary<string, bool> refused)
    {
        if (IsUnsigned)
            return;
        if (!DateTimeOffset.TryParseExact(Header("X-Amz-Date"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed) || (signed - now).Duration() > TimeSpan.FromMinutes(5))
            throw Service == "s3" ? new AwsError(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.") : new AwsError(403, "SignatureDoesNotMatch", $"Signature expired: {Header("X-Amz-Date")} is now earlier than {now.AddMinutes(-5):yyyyMMdd'T'HHmmss'Z'} ({now:yyyyMMdd'T'HHmmss'Z'} - 5 min.)");
        var authorization = Header("Authorization");
        if (!authorization.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal) || !authorization.Contains("Signature=", StringComparison.Ordinal) || Scope is not [_, _, var region, var service, "aws4_request"] || (region != AwsDouble.Region && !(region == "us-east-1" && service is "route53" or "tagging" or "sts")))
            throw new AwsError(403, "SignatureDoesNotMatch", "Not signed for this region: " + authorization);
        if (refused.TryGetValue(Scope[0], out var isExpired) && isExpired)
            throw new AwsError(403, "ExpiredToken", "The security token included in the request is expired");
        if (!refused.ContainsKey(Scope[0]) && !(Scope[0].Length > 2 && Scope[0][2..].StartsWith(AwsDouble.KnownKeys, StringComparison.Ordinal)))
            throw new AwsError(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }
}
