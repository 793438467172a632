using Npgsql;
using StackExchange.Redis;
using Tally;

var builder = Host.CreateApplicationBuilder(args);
var redis = builder.Configuration["REDIS"] ?? "localhost:6379";
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect($"{redis},abortConnect=false"));
builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration["DATABASE"] ?? "Host=localhost;Database=votes;Username=postgres"));
builder.Services.AddHostedService<Counter>();
await builder.Build().RunAsync();
