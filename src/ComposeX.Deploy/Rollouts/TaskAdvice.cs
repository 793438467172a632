using System;
using System.Linq;

namespace ComposeX.Deploy.Rollouts;

/// <summary>What to do about the reasons for which tasks stop most often, known by what ECS says.</summary>
internal static class TaskAdvice
{
    private static readonly (string[] Signs, string Text)[] Known =
    [
        (["exec format error"], "The image is built for another processor than the task runs on: build it for the platform that the service names, or name that of the image (\"platform\")."),
        (["toomanyrequests", "pull rate limit"], "The registry's limit for anonymous pulls is reached: push the image to ECR, or sign in to the registry with a secret."),
        (["CannotPullContainer", "pull image manifest", "manifest unknown"], "The image cannot be pulled: check its name and tag, that the execution role may read it, and that the subnets have a way to the registry (NAT, public addresses or VPC endpoints)."),
        (["ResourceInitializationError: unable to pull secrets", "unable to retrieve secret", "retrieve secret from asm", "fetching secret data"], "A secret cannot be read: check its ARN and key, that the execution role may read it and use its KMS key, and that the subnets have a way to Secrets Manager or Parameter Store."),
        (["ResourceInitializationError: failed to validate logger", "log group does not exist", "failed to initialize logging driver", "failed to create Cloudwatch log"], "Logging cannot be set up: check that the log group is there, that the execution role may write to it, and that the subnets have a way to CloudWatch Logs."),
        (["failed to invoke EFS utils", "failed to mount"], "A file system cannot be mounted: check its mount targets in these subnets, port 2049 of its security group, and what the task role may do."),
        (["ResourceInitializationError"], "The task's surroundings could not be made: check the execution role and that the subnets have a way to AWS's services (NAT, public addresses or VPC endpoints)."),
        (["OutOfMemory", "exited with 137", "memory usage"], "The container was killed, most often for want of memory: give the service more (\"deploy.resources.limits.memory\"), or let it use less."),
        (["failed ELB health checks", "failed container health checks", "health checks"], "It runs but does not become healthy: check the health check's path, port and time, the security groups, and that it answers with the expected code while it starts."),
        (["no container instance met all of its requirements", "RESOURCE:"], "There is no room for the task: add instances to the cluster or ask for less CPU and memory."),
        (["Capacity is unavailable", "SpotInterruption"], "AWS has no capacity for it at this time: use more subnets, or on-demand capacity beside Spot."),
        (["exited with 127", "exited with 126", "executable file not found", "no such file or directory"], "The command is not in the image or cannot be run: check \"command\" and \"entrypoint\"."),
        (["exited with 139"], "The program crashed (segmentation fault): look at its log."),
        (["exited with 143"], "It was asked to stop before it was ready: look at the health checks and the container's log."),
        (["exited with", "Essential container"], "The program came to its end: look at the container's log, its command and its variables."),
    ];

    /// <summary>The advice, or null when there is none.</summary>
    public static string? For(string reason) => Known
        .Where(known => Array.Exists(known.Signs, sign => reason.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        .Select(known => known.Text)
        .FirstOrDefault();
}
