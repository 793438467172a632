using System.Collections.Generic;

namespace ComposeX.Deploy.Stacks;

/// <summary>Shows a person what happens, as it happens; called at every look, also when there is nothing new.</summary>
internal interface IEventLog
{
    void Show(IReadOnlyList<TreeEvent> news);
}
