using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;

namespace ComposeX.Modules.Secrets;

/// <summary>A secret of the compose file that is kept on AWS.</summary>
/// <param name="Key">Its name under <c>secrets</c>.</param>
/// <param name="KmsKey">The ARN of the key it is encrypted with, when that needs a permission.</param>
/// <param name="Variable">The variable for its ARN; null when the user left the name to us.</param>
/// <param name="ForExecution">Whether ECS may read it, and so hands it over.</param>
/// <param name="ForTask">Whether the code may read it.</param>
internal sealed record Secret(
    string Key, SecretAddress Address, CfnValue? KmsKey, Located<string>? Variable, IReadOnlyList<JsonKey> JsonKeys, bool ForExecution, bool ForTask);
