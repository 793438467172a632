using System.Collections.Generic;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Dynamodb;

/// <summary>A new table: its properties with the defaults, and what of it scales.</summary>
internal sealed record TablePlan(CfnMap Properties, IReadOnlyList<ScaledPart> Scaled);
