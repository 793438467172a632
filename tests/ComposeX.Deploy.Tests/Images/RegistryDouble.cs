using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>A registry on loopback that speaks the OCI Distribution Specification, with faults on demand and a record of the calls.</summary>
internal sealed class RegistryDouble : IAsyncDisposable
{
    public const string User = "ada";
    public const string Password = "open-sesame-of-the-tests";

    private readonly WebApplication _server;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<RegistryFault>> _faults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _uploads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tokens = [];
    private readonly ConcurrentQueue<RegistryDoubleCall> _calls = [];
    private int _number;

    private RegistryDouble(WebApplication server) => _server = server;

    /// <summary>Host and port.</summary>
    public string Host { get; private set; } = "";

    /// <summary>How callers must prove who they are: <c>none</c>, <c>Basic</c>, <c>Bearer</c>.</summary>
    public string Scheme { get; set; } = "none";

    /// <summary>Who may have a token; null lets everybody have one.</summary>
    public string? TokenPassword { get; set; } = Password;

    public string BasicUser { get; set; } = User;

    /// <summary>Where tokens are to be had; null is here.</summary>
    public string? Realm { get; set; }

    public bool HasImmutableTags { get; set; }

    /// <summary>Repositories that exist; null when they come into being by a push.</summary>
    public HashSet<string>? Repositories { get; set; }

    /// <summary>The most that is taken in one piece.</summary>
    public long LargestBody { get; set; } = long.MaxValue;

    /// <summary>The address that uploads go to, before the path; empty for relative ones.</summary>
    public string UploadsAt { get; set; } = "";

    /// <summary>Whether an upload may begin with what another repository has.</summary>
    public bool Mounts { get; set; } = true;

    /// <summary>Changes the digest that is said of a manifest.</summary>
    public Func<string, string>? Misname { get; set; }

    public bool SaysDigests { get; set; } = true;

    /// <summary>Called with the number of every call before it is answered.</summary>
    public Action<int>? OnCall { get; set; }

    public IReadOnlyList<RegistryDoubleCall> Calls => [.. _calls];

    public Dictionary<string, byte[]> Blobs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (string Type, byte[] Content)> Manifests { get; } = new(StringComparer.Ordinal);

    public static async Task<RegistryDouble> StartAsync(bool tls = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
            {
                if (tls)
                    listen.UseHttps(Certificate());
            });
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        var server = builder.Build();
        var registry = new RegistryDouble(server);
        server.Run(registry.AnswerAsync);
        await server.StartAsync();
        registry.Host = new Uri(server.Urls.Single()).Authority;
        return registry;
    }

    public int Count(string call) => _calls.Count(made => made.Name == call);

    public void ForgetCalls() => _calls.Clear();

    public void Script(string call, params RegistryFault[] faults)
    {
        lock (_gate)
            _faults[call] = new(faults);
    }

    public string? DigestOf(string repository, string tag)
    {
        lock (_gate)
            return Manifests.TryGetValue($"{repository}:{tag}", out var found) ? OciArchive.DigestOf(found.Content) : null;
    }

    public string? ManifestOf(string repository, string digest)
    {
        lock (_gate)
            return Manifests.TryGetValue($"{repository}:{digest}", out var found) ? Encoding.UTF8.GetString(found.Content) : null;
    }

    public string Add(string repository, string tag, byte[] manifest)
    {
        lock (_gate)
        {
            Manifests[$"{repository}:{tag}"] = Manifests[$"{repository}:{OciArchive.DigestOf(manifest)}"] = ("application/vnd.oci.image.manifest.v1+json", manifest);
            return OciArchive.DigestOf(manifest);
        }
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=registry.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static string NameOf(HttpRequest request, string path) => request.Method + " " + (path switch
    {
        "/token" => "token",
        "/v2/" => "base",
        _ when path.Contains("/manifests/", StringComparison.Ordinal) => "manifest",
        _ when path.Contains("/blobs/uploads/", StringComparison.Ordinal) => "upload",
        _ => "blob",
    });

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var name = NameOf(http.Request, path);
        _calls.Enqueue(new(name, path + http.Request.QueryString, http.Request.Headers.Authorization.ToString()) { Range = http.Request.Headers.ContentRange.ToString() });
        OnCall?.Invoke(Interlocked.Increment(ref _number));
        var fault = NextFault(name);
        if (fault == RegistryFault.Drop)
        {
            http.Abort();
            return;
        }

        if (fault == RegistryFault.DropInBody)
        {
            var half = new byte[Math.Max(1, (http.Request.ContentLength ?? 2) / 2)];
            await http.Request.Body.ReadExactlyAsync(half);
            http.Abort();
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var answer = Refusal(fault) ?? Carry(http, name, path, body.ToArray());
        if (fault == RegistryFault.DropAnswer)
            http.Abort();
        else
            await SendAsync(http, answer);
    }

    private RegistryFault NextFault(string name)
    {
        lock (_gate)
            return _faults.TryGetValue(name, out var faults) && faults.TryDequeue(out var fault) ? fault : RegistryFault.None;
    }

    private static RegistryAnswer? Refusal(RegistryFault fault) => fault switch
    {
        RegistryFault.Busy => RegistryAnswer.Error(429, "TOOMANYREQUESTS", "Slower, please").With("Retry-After", "0"),
        RegistryFault.Broken => RegistryAnswer.Error(500, "UNKNOWN", "It broke"),
        RegistryFault.Unavailable => new(503, "<html>Service Unavailable"u8.ToArray()),
        RegistryFault.Forget => RegistryAnswer.Error(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry"),
        RegistryFault.Deny => RegistryAnswer.Error(403, "DENIED", "requested access to the resource is denied"),
        _ => null,
    };

    private RegistryAnswer Carry(HttpContext http, string name, string path, byte[] body)
    {
        lock (_gate)
        {
            if (name.EndsWith(" token", StringComparison.Ordinal))
                return Token(http.Request, body);
            if (!IsKnown(http.Request.Headers.Authorization.ToString()))
                return RegistryAnswer.Error(401, "UNAUTHORIZED", "authentication required").With("WWW-Authenticate", Challenge(path));
            if (path == "/v2/")
                return new(200, []);
            var repository = path["/v2/".Length..path.LastIndexOf(name.EndsWith("manifest", StringComparison.Ordinal) ? "/manifests/" : name.EndsWith("upload", StringComparison.Ordinal) ? "/blobs/uploads/" : "/blobs/", StringComparison.Ordinal)];
            var last = path[(path.LastIndexOf('/') + 1)..];
            if (Repositories?.Contains(repository) == false)
                return RegistryAnswer.Error(404, "NAME_UNKNOWN", "repository name not known to registry");
            return name switch
            {
                "HEAD blob" or "GET blob" => Blobs.TryGetValue(repository + "@" + last, out var blob) ? new(200, blob) : RegistryAnswer.Error(404, "BLOB_UNKNOWN", "blob unknown to registry"),
                "HEAD manifest" or "GET manifest" => ReadManifest(repository, last),
                "PUT manifest" => PutManifest(repository, last, http.Request.ContentType ?? "", body),
                "POST upload" => Begin(repository, http.Request),
                "PATCH upload" => Patch(repository, last, http.Request.Headers.ContentRange.ToString(), body),
                "PUT upload" => Finish(repository, last, http.Request.Query["digest"].ToString(), body),
                _ => RegistryAnswer.Error(405, "UNSUPPORTED", "Not played: " + name),
            };
        }
    }

    private string Challenge(string path)
    {
        if (Scheme != "Bearer")
            return "Basic realm=\"tests\"";
        var repository = path.Split('/') is [_, _, var first, var second, ..] ? $"{first}/{second}" : "";
        return $"Bearer realm=\"{Realm ?? $"http://{Host}/token"}\",service=\"registry.tests\",scope=\"repository:{repository}:pull,push\"";
    }

    private bool IsKnown(string authorization) => Scheme switch
    {
        "Basic" => authorization == BasicOf(TokenPassword ?? Password, BasicUser),
        "Bearer" => authorization.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.Contains(authorization["Bearer ".Length..]),
        _ => true,
    };

    public static string BasicOf(string password, string user = User) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password));

    /// <summary>All tokens that were given are worth nothing any more.</summary>
    public void ExpireTokens()
    {
        lock (_gate)
            _tokens.Clear();
    }

    private RegistryAnswer Token(HttpRequest request, byte[] body)
    {
        var form = Encoding.UTF8.GetString(body);
        var isKnown = TokenPassword is null || request.Headers.Authorization.ToString() == BasicOf(TokenPassword) || form.Contains("refresh_token=" + Uri.EscapeDataString(TokenPassword), StringComparison.Ordinal);
        if (!isKnown)
            return RegistryAnswer.Error(401, "UNAUTHORIZED", "incorrect username or password");
        if (request.Method == "GET" && (request.Query["service"] != "registry.tests" || !request.Query["scope"].ToString().Contains(":pull,push", StringComparison.Ordinal)))
            return RegistryAnswer.Error(400, "UNSUPPORTED", "No such service or scope: " + request.QueryString);
        var token = "token-" + Guid.NewGuid().ToString("N");
        _tokens.Add(token);
        return new(200, Encoding.UTF8.GetBytes(new JsonObject { [request.Method == "GET" ? "token" : "access_token"] = token, ["expires_in"] = 300 }.ToJsonString()));
    }

    private RegistryAnswer ReadManifest(string repository, string reference)
    {
        if (!Manifests.TryGetValue($"{repository}:{reference}", out var found))
            return RegistryAnswer.Error(404, "MANIFEST_UNKNOWN", "manifest unknown");
        var answer = new RegistryAnswer(200, found.Content) { ContentType = found.Type };
        if (SaysDigests)
            answer.Headers["Docker-Content-Digest"] = OciArchive.DigestOf(found.Content);
        return answer;
    }

    private RegistryAnswer PutManifest(string repository, string reference, string type, byte[] content)
    {
        var digest = OciArchive.DigestOf(content);
        if (HasImmutableTags && Manifests.TryGetValue($"{repository}:{reference}", out var found) && OciArchive.DigestOf(found.Content) != digest)
            return RegistryAnswer.Error(400, "TAG_INVALID", $"The image tag '{reference}' already exists and cannot be overwritten because the tag is immutable.");
        var manifest = JsonNode.Parse(content)!;
        var needed = manifest["manifests"] is JsonArray parts
            ? parts.Select(part => part!["digest"]!.GetValue<string>()).Where(part => !Manifests.ContainsKey($"{repository}:{part}"))
            : ((JsonArray)manifest["layers"]!).Append(manifest["config"]).Select(blob => blob!["digest"]!.GetValue<string>()).Where(blob => !Blobs.ContainsKey(repository + "@" + blob));
        if (needed.FirstOrDefault() is { } missing)
            return RegistryAnswer.Error(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown: " + missing);
        Manifests[$"{repository}:{reference}"] = Manifests[$"{repository}:{digest}"] = (type, content);
        return new RegistryAnswer(201, []) { Headers = { ["Docker-Content-Digest"] = Misname?.Invoke(digest) ?? digest } };
    }

    private RegistryAnswer Begin(string repository, HttpRequest request)
    {
        if (Mounts && request.Query["mount"].ToString() is { Length: > 0 } digest && Blobs.TryGetValue(request.Query["from"] + "@" + digest, out var blob))
        {
            Blobs[repository + "@" + digest] = blob;
            return new(201, []);
        }

        var id = Guid.NewGuid().ToString("N");
        _uploads[id] = [];
        return new RegistryAnswer(202, []) { Headers = { ["Location"] = $"{UploadsAt}/v2/{repository}/blobs/uploads/{id}?_state=opaque%3D" } };
    }

    private RegistryAnswer Patch(string repository, string id, string range, byte[] body)
    {
        if (!_uploads.TryGetValue(id, out var before))
            return RegistryAnswer.Error(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
        if (range != $"{before.Length}-{before.Length + body.Length - 1}")
            return RegistryAnswer.Error(416, "BLOB_UPLOAD_INVALID", "Not the next piece: " + range);
        _uploads[id] = [.. before, .. body];
        return new RegistryAnswer(202, []) { Headers = { ["Location"] = $"/v2/{repository}/blobs/uploads/{id}?_state=opaque%3D" } };
    }

    private RegistryAnswer Finish(string repository, string id, string digest, byte[] body)
    {
        if (body.Length > LargestBody)
            return new(413, "<html>Request Entity Too Large"u8.ToArray());
        if (!_uploads.Remove(id, out var before))
            return RegistryAnswer.Error(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
        byte[] content = [.. before, .. body];
        if (OciArchive.DigestOf(content) != digest)
            return RegistryAnswer.Error(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
        if (Blobs.ContainsKey(repository + "@" + digest))
            return RegistryAnswer.Error(400, "DOUBLE", "It was here already.");
        Blobs[repository + "@" + digest] = content;
        return new(201, []);
    }

    private static async Task SendAsync(HttpContext http, RegistryAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        if (HttpMethods.IsHead(http.Request.Method))
            http.Response.ContentLength = answer.Body.Length;
        else
            await http.Response.Body.WriteAsync(answer.Body);
    }
}

/// <summary>A call that reached the registry's double.</summary>
internal sealed record RegistryDoubleCall(string Name, string Path, string Authorization)
{
    public string Range { get; init; } = "";
}

/// <summary>An answer of the registry's double.</summary>
internal sealed record RegistryAnswer(int Status, byte[] Body)
{
    public string ContentType { get; init; } = "application/json";

    public Dictionary<string, string> Headers { get; init; } = [];

    public RegistryAnswer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public static RegistryAnswer Error(int status, string code, string message) =>
        new(status, Encoding.UTF8.GetBytes(new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) }.ToJsonString()));
}
