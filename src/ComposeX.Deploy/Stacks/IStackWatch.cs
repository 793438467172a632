using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Stacks;

/// <summary>Looks closer at what is in progress than CloudFormation does; called at every look, also when there is nothing new.</summary>
internal interface IStackWatch
{
    Task LookAsync(IReadOnlyList<TreeEvent> news, CancellationToken cancellationToken);

    /// <summary>What it has seen of why a resource failed, as sentences with advice; empty when nothing.</summary>
    string Explain(TreeEvent failed);
}
