using Amazon.SQS;
using Amazon.SQS.Model;

namespace Shop.Orders;

/// <summary>The queue between the halves. ComposeX.Build sets ORDERS_URL and lets each half do with the queue what it has to.</summary>
public sealed class OrderQueue(IAmazonSQS sqs, IConfiguration configuration)
{
    private readonly string _url = configuration["ORDERS_URL"] ?? throw new InvalidOperationException("ORDERS_URL is not set.");

    public Task SendAsync(Guid order, CancellationToken cancellation) => sqs.SendMessageAsync(_url, order.ToString(), cancellation);

    public async Task<IReadOnlyList<Message>> ReceiveAsync(CancellationToken cancellation)
    {
        var request = new ReceiveMessageRequest { QueueUrl = _url, MaxNumberOfMessages = 10, WaitTimeSeconds = 20 };
        return (await sqs.ReceiveMessageAsync(request, cancellation)).Messages ?? [];
    }

    public Task DeleteAsync(Message message, CancellationToken cancellation) => sqs.DeleteMessageAsync(_url, message.ReceiptHandle, cancellation);
}
