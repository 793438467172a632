// Who may send, and as whom, is decided in docker-compose.yml; the program finds it in its environment.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => $"News comes from {app.Configuration["NEWS_SENDER"] ?? "nobody yet"}.");
app.Run();
