using System.Text.Json;
using Npgsql;
using StackExchange.Redis;

namespace Tally;

/// <summary>Moves ballots from Redis to the database, where each voter has one vote: the last.</summary>
internal sealed partial class Counter(IConnectionMultiplexer redis, NpgsqlDataSource database, ILogger<Counter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CreateTableAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await CountNextAsync(stoppingToken))
                await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task CreateTableAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("create table if not exists votes (voter text primary key, choice text not null)");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // A ballot is moved aside while it is counted, so that none is lost when this process is.
    private async Task<bool> CountNextAsync(CancellationToken cancellation)
    {
        var list = redis.GetDatabase();
        var text = await list.ListMoveAsync("ballots", "ballots-counting", ListSide.Left, ListSide.Right);
        if (text.IsNull)
            return false;

        if (JsonSerializer.Deserialize<Ballot>(text.ToString(), Json) is { Voter.Length: > 0 } ballot)
        {
            await SaveAsync(ballot, cancellation);
            LogCounted(ballot.Choice);
        }

        await list.ListRemoveAsync("ballots-counting", text);
        return true;
    }

    private async Task SaveAsync(Ballot ballot, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("insert into votes (voter, choice) values ($1, $2) on conflict (voter) do update set choice = excluded.choice");
        command.Parameters.AddWithValue(ballot.Voter);
        command.Parameters.AddWithValue(ballot.Choice);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A vote for {Choice}.")]
    private partial void LogCounted(string choice);

    private sealed record Ballot(string Voter, string Choice);
}
