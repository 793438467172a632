using Amazon.SQS.Model;

namespace Shop.Orders;

/// <summary>Takes orders from the queue and goods from the shelves. A message that fails comes back, three times, then goes to the dead-letter queue.</summary>
internal sealed partial class OrderFiller(OrderQueue queue, OrderStore store, Stock stock, ILogger<OrderFiller> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var message in await queue.ReceiveAsync(stoppingToken))
            {
                await FillAsync(message, stoppingToken);
            }
        }
    }

    private async Task FillAsync(Message message, CancellationToken cancellation)
    {
        try
        {
            if (Guid.TryParse(message.Body, out var id) && await store.FindAsync(id) is { State: OrderState.Taken } order)
            {
                var state = await stock.TryTakeAsync(order.Lines) ? OrderState.Filled : OrderState.OutOfStock;
                await store.SaveAsync(order with { State = state });
                LogState(order.Id, state);
            }

            await queue.DeleteAsync(message, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception, message.MessageId);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order} is {State}.")]
    private partial void LogState(Guid order, OrderState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Message} stays in the queue.")]
    private partial void LogFailure(Exception exception, string message);
}
