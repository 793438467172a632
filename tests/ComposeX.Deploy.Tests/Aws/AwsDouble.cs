using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Tests.Aws.CloudFormation;
using ComposeX.Deploy.Tests.Aws.Ecs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>AWS on loopback: STS, S3 and CloudFormation over HTTP, with faults on demand and a count of the calls.</summary>
internal sealed class AwsDouble : IAsyncDisposable
{
    public const string Account = "123456789012";
    public const string Region = "eu-west-1";

    /// <summary>How the access keys begin that the double knows; all others are strangers'.</summary>
    public const string KnownKeys = "IACOMPOSEX";

    /// <summary>What nobody may print although the double sends it.</summary>
    public const string SecretValue = "correct-horse-battery";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Call> _calls = [];
    private readonly Dictionary<string, Queue<Fault>> _faults = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private AwsDouble(WebApplication server) => _server = server;

    public string Url { get; private set; } = "";

    public S3Double S3 { get; } = new();

    public ResourcesDouble Resources { get; } = new();

    public EcrDouble Ecr { get; } = new();

    public EcsDouble Ecs { get; } = new();

    /// <summary>Access keys beside the usual one, and whether they have expired.</summary>
    public Dictionary<string, bool> Refused { get; } = new(StringComparer.Ordinal);

    public CloudFormationDouble CloudFormation { get; private set; } = null!;

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Called with the number of every call before it is answered.</summary>
    public Action<int>? OnCall { get; set; }

    /// <summary>Called with the number of every call when it was carried out and before the answer is sent.</summary>
    public Action<int>? OnCarried { get; set; }

    /// <summary>How far AWS's clock is ahead of ours.</summary>
    public TimeSpan ClockAhead { get; set; }

    public static async Task<AwsDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var aws = new AwsDouble(server);
        aws.CloudFormation = new CloudFormationDouble(aws.S3);
        server.Run(aws.AnswerAsync);
        await server.StartAsync();
        aws.Url = server.Urls.Single();
        return aws;
    }

    public int Count(string operation) => _calls.Count(call => call.Operation == operation);

    public void ForgetCalls() => _calls.Clear();

    /// <summary>What happens to the next calls of an operation, one after the other.</summary>
    public void Script(string operation, params Fault[] faults)
    {
        lock (_gate)
            _faults[operation] = new(faults);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var request = await AwsRequest.ReadAsync(http.Request);
        if (request.Path == ContainerDouble.Path)
        {
            await SendAsync(http, ContainerDouble.Answer(request));
            return;
        }

        var call = new Call(request.Service, request.Operation) { AccessKey = request.AccessKey };
        _calls.Enqueue(call);
        var number = _calls.Count;
        OnCall?.Invoke(number);
        var fault = NextFault(call.Operation);
        http.Response.Headers.Date = (DateTimeOffset.UtcNow + ClockAhead).ToString("R", CultureInfo.InvariantCulture);
        if (fault == Fault.Drop)
            http.Abort();
        else if (fault == Fault.DropAnswer)
            await DropAnswerAsync(http, Carry(request, number));
        else if (fault == Fault.Stall)
            await StallAsync(http, Carry(request, number));
        else
            await SendAsync(http, fault == Fault.None ? Carry(request, number) : Refusal(request, fault));
    }

    private Fault NextFault(string operation)
    {
        lock (_gate)
            return _faults.TryGetValue(operation, out var faults) && faults.TryDequeue(out var fault) ? fault : Fault.None;
    }

    private Answer Carry(AwsRequest request, int number)
    {
        var answer = Carry(request);
        OnCarried?.Invoke(number);
        return answer;
    }

    private Answer Carry(AwsRequest request)
    {
        lock (_gate)
        {
            try
            {
                request.CheckSignature(DateTimeOffset.UtcNow + ClockAhead, Refused);
                return request.Service switch
                {
                    "cloudformation" => CloudFormation.Answer(request.Form),
                    "sts" => StsDouble.Answer(request.Form),
                    "s3" => S3.Answer(request),
                    "ecr" => Ecr.Answer(request),
                    "ecs" when EcsDouble.Plays(request.Operation) => Ecs.Answer(request.Operation, request.Json),
                    _ => Resources.Answer(request),
                };
            }
            catch (AwsError error)
            {
                return Error(request, error);
            }
            catch (Exception exception) when (exception is not AwsError)
            {
                // A fault of the double's own: not to be retried, and to be seen.
                return Error(request, new AwsError(400, "DoubleIsBroken", exception.ToString()));
            }
        }
    }

    private static Answer Refusal(AwsRequest request, Fault fault) => fault switch
    {
        Fault.Throttle => Error(request, new AwsError(400, "Throttling", "Rate exceeded")),
        Fault.Deny => Error(request, new AwsError(403, "AccessDenied", "User: arn:aws:iam::123456789012:user/dev is not authorized to perform: " + (request.IsJson ? request.Service + ":" : "") + request.Operation)),
        Fault.Expire => Error(request, new AwsError(403, "ExpiredToken", "The security token included in the request is expired")),
        Fault.Break => Error(request, new AwsError(500, "InternalFailure", "We encountered an internal error. Please try again.")),
        Fault.NotKnown => Error(request, new AwsError(400, "InvalidAction", $"The action {request.Operation} is not valid for this endpoint.")),
        Fault.NotImplemented => Error(request, new AwsError(501, "NotImplemented", "A header or query you provided requested a function that is not implemented.")),
        _ => new Answer(503, "<html>Service Unavailable"),
    };

    private static Answer Error(AwsRequest request, AwsError error) => request.IsJson
        ? new(error.Status, new JsonObject { ["__type"] = "com.amazonaws.double#" + error.Code, ["message"] = error.Message }.ToJsonString())
        : request.Service == "s3"
        ? new(error.Status, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{error.Code}</Code><Message>{Xml.Escape(error.Message)}</Message><RequestId>r</RequestId></Error>")
        : new(error.Status, $"<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error><Type>Sender</Type><Code>{error.Code}</Code><Message>{Xml.Escape(error.Message)}</Message></Error><RequestId>r</RequestId></ErrorResponse>");

    private static async Task SendAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.Body.StartsWith('{') ? "application/x-amz-json-1.1" : "text/xml";
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.WriteAsync(answer.Body);
    }

    // The caller's own time-out ends it.
    private static async Task StallAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private static async Task DropAnswerAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentLength = answer.Body.Length + 100;
        await http.Response.WriteAsync(answer.Body[..(answer.Body.Length / 2)]);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }
}
