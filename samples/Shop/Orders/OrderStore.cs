using System.Text.Json;
using StackExchange.Redis;

namespace Shop.Orders;

/// <summary>Keeps orders in Redis for a week.</summary>
public sealed class OrderStore(IConnectionMultiplexer redis)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private IDatabase Database => redis.GetDatabase();

    public async Task SaveAsync(Order order) => await Database.StringSetAsync(Key(order.Id), JsonSerializer.Serialize(order), Lifetime);

    public async Task<Order?> FindAsync(Guid id) =>
        await Database.StringGetAsync(Key(id)) is { HasValue: true } json ? JsonSerializer.Deserialize<Order>(json.ToString()) : null;

    public async Task<bool> IsReachableAsync()
    {
        try
        {
            await Database.PingAsync();
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    private static string Key(Guid id) => $"order:{id:N}";
}
