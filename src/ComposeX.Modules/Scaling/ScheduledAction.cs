using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Another range from a certain time on.</summary>
/// <param name="Name">Its name within the family.</param>
/// <param name="Properties">The action as Application Auto Scaling takes it.</param>
internal sealed record ScheduledAction(string Name, CfnMap Properties, Location Origin);
