using Amazon.SQS;
using StackExchange.Redis;

namespace Shop.Orders;

/// <summary>What both halves need.</summary>
internal static class OrderServices
{
    public static void AddOrders(this IHostApplicationBuilder builder)
    {
        var redis = builder.Configuration["REDIS"] ?? "localhost:6379";
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect($"{redis},abortConnect=false"));
        builder.Services.AddSingleton<IAmazonSQS, AmazonSQSClient>();
        builder.Services.AddSingleton<OrderQueue>();
        builder.Services.AddSingleton<OrderStore>();
        builder.Services.AddSingleton<Stock>();
    }
}
