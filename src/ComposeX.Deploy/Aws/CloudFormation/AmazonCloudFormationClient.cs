using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>CloudFormation over the AWS SDK's core: its credentials, endpoints, retries and signature; only the operations' forms are ours.</summary>
internal sealed class AmazonCloudFormationClient(AmazonCloudFormationConfig config) : AmazonServiceClient(config), IAmazonCloudFormation
{
    private static readonly QueryMarshaller Query = new("Amazon.CloudFormation", AmazonCloudFormationConfig.ApiVersion);

    protected override IServiceMetadata ServiceMetadata { get; } = new AmazonCloudFormationMetadata();

    public Task<CancelUpdateStackResponse> CancelUpdateStackAsync(CancelUpdateStackRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, _ => new CancelUpdateStackResponse(), cancellationToken);

    public Task<ContinueUpdateRollbackResponse> ContinueUpdateRollbackAsync(ContinueUpdateRollbackRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, _ => new ContinueUpdateRollbackResponse(), cancellationToken);

    public Task<CreateChangeSetResponse> CreateChangeSetAsync(CreateChangeSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, CreateChangeSetResponse.Read, cancellationToken);

    public Task<DeleteChangeSetResponse> DeleteChangeSetAsync(DeleteChangeSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, _ => new DeleteChangeSetResponse(), cancellationToken);

    public Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, _ => new DeleteStackResponse(), cancellationToken);

    public Task<DescribeChangeSetResponse> DescribeChangeSetAsync(DescribeChangeSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DescribeChangeSetResponse.Read, cancellationToken);

    public Task<DescribeStackEventsResponse> DescribeStackEventsAsync(DescribeStackEventsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DescribeStackEventsResponse.Read, cancellationToken);

    public Task<DescribeStackResourcesResponse> DescribeStackResourcesAsync(DescribeStackResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DescribeStackResourcesResponse.Read, cancellationToken);

    public Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DescribeStacksResponse.Read, cancellationToken);

    public Task<DescribeStackDriftDetectionStatusResponse> DescribeStackDriftDetectionStatusAsync(DescribeStackDriftDetectionStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DescribeStackDriftDetectionStatusResponse.Read, cancellationToken);

    public Task<DescribeStackResourceDriftsResponse> DescribeStackResourceDriftsAsync(DescribeStackResourceDriftsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DescribeStackResourceDriftsResponse.Read, cancellationToken);

    public Task<DetectStackDriftResponse> DetectStackDriftAsync(DetectStackDriftRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, DetectStackDriftResponse.Read, cancellationToken);

    public Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(ExecuteChangeSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, _ => new ExecuteChangeSetResponse(), cancellationToken);

    public Task<GetTemplateResponse> GetTemplateAsync(GetTemplateRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, GetTemplateResponse.Read, cancellationToken);

    public Task<UpdateTerminationProtectionResponse> UpdateTerminationProtectionAsync(UpdateTerminationProtectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, _ => new UpdateTerminationProtectionResponse(), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.ReplaceHandler<EndpointResolver>(new AmazonCloudFormationEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCloudFormationAuthSchemeHandler());
    }

    private Task<TResponse> CallAsync<TResponse>(QueryRequest request, Func<QueryElement, TResponse> read, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = Query,
            ResponseUnmarshaller = new QueryUnmarshaller<TResponse>(read, fault => new AmazonCloudFormationException(fault, request.Action)),
        };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }
}
