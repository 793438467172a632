using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Threading;

// Stands in for ComposeX.Deploy: one request file, lines as progress, an exit code, and an end in good order when it is asked to stop. What
// happens is told to it by the environment: FAKE_DEPLOY_RECORD, a file to which the begin and the end of each run are appended;
// FAKE_DEPLOY_MILLISECONDS between lines; FAKE_DEPLOY_FAIL, the name of a stack that fails.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var request = JsonDocument.Parse(File.ReadAllText(args[0]));
var operation = Text(request.RootElement, "operation");
var stack = Text(request.RootElement, "stackName") ?? StackOf(Text(request.RootElement, "manifest"));
var pause = int.TryParse(Environment.GetEnvironmentVariable("FAKE_DEPLOY_MILLISECONDS"), out var milliseconds) ? milliseconds : 0;

using var stop = new ManualResetEventSlim();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    stop.Set();
});
new Thread(() =>
{
    Console.OpenStandardInput().CopyTo(Stream.Null);
    stop.Set();
})
{ IsBackground = true }.Start();

Record("begin");
for (var step = 1; step <= 3 && !stop.IsSet; step++)
{
    Console.WriteLine($"  12:03:1{step}  {stack} › web › Service{step}  CREATE_IN_PROGRESS");
    stop.Wait(pause);
}

if (stop.IsSet)
{
    Thread.Sleep(1000);
    Console.WriteLine($"  12:03:19  {stack}  ROLLBACK_COMPLETE");
    Console.WriteLine($"composex : error CX6408: {stack} was cancelled.");
    Record("cancelled");
    return 130;
}

Console.WriteLine("  \u001b[31m##vso[task.complete]\u001b[0m");
if (stack == Environment.GetEnvironmentVariable("FAKE_DEPLOY_FAIL"))
{
    Console.WriteLine($"{args[0]}(1,1,1,1): error CX6405: {stack} failed.");
    Record("failed");
    return 4;
}

Record("end");
Console.WriteLine($"{operation} of {stack} is done");
return 0;

static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var member) ? member.GetString() : null;

static string? StackOf(string? manifest)
{
    if (manifest is null)
        return null;
    using var json = JsonDocument.Parse(File.ReadAllText(manifest));
    return Text(json.RootElement, "stackName");
}

void Record(string what)
{
    if (Environment.GetEnvironmentVariable("FAKE_DEPLOY_RECORD") is not { } file)
        return;
    for (var attempt = 0; ; attempt++)
    {
        try
        {
            File.AppendAllText(file, $"{operation} {stack} {what}\n");
            return;
        }
        catch (IOException) when (attempt < 100)
        {
            Thread.Sleep(10);
        }
    }
}
