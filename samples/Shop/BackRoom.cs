using Shop.Orders;

namespace Shop;

/// <summary>The other half: fills the orders that wait in the queue.</summary>
internal static class BackRoom
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.AddOrders();
        builder.Services.AddHostedService<OrderFiller>();
        await builder.Build().RunAsync();
        return 0;
    }
}
