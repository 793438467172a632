using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Operations;

/// <summary>One of the things that a request can ask for.</summary>
internal interface IOperation
{
    Task<ExitCode> RunAsync();
}
