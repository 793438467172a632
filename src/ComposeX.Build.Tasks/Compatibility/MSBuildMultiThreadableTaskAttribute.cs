using System;

namespace Microsoft.Build.Framework;

/// <summary>
/// Tells a multithreaded MSBuild that a task may run inside its process. MSBuild looks for this name, not for this type,
/// so an own attribute works with every version that can load the task.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
