using System.Text.Json;
using StackExchange.Redis;

// Shows the ballot and casts it: one line of JSON in a Redis list, which Tally counts.
const string Cookie = "voter";

var builder = WebApplication.CreateBuilder(args);
var choices = (builder.Configuration["VOTE_CHOICES"] ?? "Cats,Dogs").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
var redis = builder.Configuration["REDIS"] ?? "localhost:6379";
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect($"{redis},abortConnect=false"));

var app = builder.Build();

app.MapGet("/", (HttpContext context) => Page(context.Request.Cookies["choice"]));
app.MapPost("/", async (HttpContext context, IConnectionMultiplexer connection) =>
{
    var choice = (await context.Request.ReadFormAsync())["choice"].ToString();
    if (!choices.Contains(choice))
        return Results.BadRequest($"Nobody named \"{choice}\" stands for election.");

    var voter = context.Request.Cookies[Cookie] ?? Guid.NewGuid().ToString("N");
    await connection.GetDatabase().ListRightPushAsync("ballots", JsonSerializer.Serialize(new { voter, choice }));
    context.Response.Cookies.Append(Cookie, voter, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
    context.Response.Cookies.Append("choice", choice);
    return Page(choice);
});

await app.RunAsync();

IResult Page(string? chosen)
{
    var buttons = choices.Select(choice =>
    {
        var text = System.Net.WebUtility.HtmlEncode(choice);
        return $"""<button name="choice" value="{text}"{(choice == chosen ? " disabled" : "")}>{text}</button>""";
    });
    return Results.Content($"<!doctype html><title>Vote</title><form method=\"post\">{string.Join(" ", buttons)}</form>", "text/html");
}
