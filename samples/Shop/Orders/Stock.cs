using StackExchange.Redis;

namespace Shop.Orders;

/// <summary>Counts what is on the shelves. A count never stays below zero: what cannot be taken whole is put back.</summary>
public sealed class Stock(IConnectionMultiplexer redis)
{
    private IDatabase Database => redis.GetDatabase();

    public async Task<long> AddAsync(string product, int quantity) => await Database.StringIncrementAsync(Key(product), quantity);

    /// <summary>Takes all lines, or none.</summary>
    public async Task<bool> TryTakeAsync(IReadOnlyList<OrderLine> lines)
    {
        var taken = new List<OrderLine>();
        foreach (var line in lines)
        {
            taken.Add(line);
            if (await Database.StringDecrementAsync(Key(line.Product), line.Quantity) >= 0)
                continue;

            foreach (var back in taken)
                await AddAsync(back.Product, back.Quantity);
            return false;
        }

        return true;
    }

    private static string Key(string product) => $"stock:{product.ToLowerInvariant()}";
}
