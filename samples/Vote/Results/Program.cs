using Npgsql;

// Shows the count: at / for people, at /count for programs.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration["DATABASE"] ?? "Host=localhost;Database=votes;Username=postgres"));

var app = builder.Build();
app.MapGet("/count", async (NpgsqlDataSource database, CancellationToken cancellation) => Results.Ok(await CountAsync(database, cancellation)));
app.MapGet("/", async (NpgsqlDataSource database, CancellationToken cancellation) =>
{
    var rows = (await CountAsync(database, cancellation)).Select(row => $"<tr><td>{System.Net.WebUtility.HtmlEncode(row.Key)}</td><td>{row.Value}</td></tr>");
    return Results.Content($"<!doctype html><title>Results</title><table>{string.Concat(rows)}</table>", "text/html");
});
await app.RunAsync();

static async Task<SortedDictionary<string, long>> CountAsync(NpgsqlDataSource database, CancellationToken cancellation)
{
    var count = new SortedDictionary<string, long>(StringComparer.Ordinal);
    await using var command = database.CreateCommand("select choice, count(*) from votes group by choice");
    await using var reader = await command.ExecuteReaderAsync(cancellation);
    while (await reader.ReadAsync(cancellation))
        count[reader.GetString(0)] = reader.GetInt64(1);
    return count;
}
