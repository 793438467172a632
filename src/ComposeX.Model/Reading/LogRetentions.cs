using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Model.Reading;

/// <summary>The numbers of days that CloudWatch Logs can keep what is written.</summary>
public static class LogRetentions
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly IReadOnlyList<int> Offered =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The longest there is.</summary>
    public static int Longest => Offered[Offered.Count - 1];

    /// <summary>The shortest that keeps logs for so many days; null when none does.</summary>
    public static int? AtLeast(long days) => Offered.Where(offer => offer >= days).Select(offer => (int?)offer).FirstOrDefault();
}
