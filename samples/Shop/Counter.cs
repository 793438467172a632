using Shop.Orders;

namespace Shop;

/// <summary>The web half: takes orders and says how they stand.</summary>
internal static class Counter
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddOrders();

        var app = builder.Build();
        app.MapGet("/health", async (OrderStore store) => await store.IsReachableAsync() ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapPost("/orders", TakeAsync);
        app.MapGet("/orders/{id:guid}", async (Guid id, OrderStore store) => await store.FindAsync(id) is { } order ? Results.Ok(order) : Results.NotFound());
        app.MapPut("/stock/{product}/{quantity:int}", async (string product, int quantity, Stock stock) => Results.Ok(await stock.AddAsync(product, quantity)));

        await app.RunAsync();
        return 0;
    }

    private static async Task<IResult> TakeAsync(NewOrder wanted, OrderStore store, OrderQueue queue, CancellationToken cancellation)
    {
        if (wanted.Faults() is { Count: > 0 } faults)
            return Results.ValidationProblem(faults);

        var order = new Order(Guid.NewGuid(), wanted.Customer, wanted.Lines, OrderState.Taken);
        await store.SaveAsync(order);
        await queue.SendAsync(order.Id, cancellation);
        return Results.Accepted($"/orders/{order.Id}", order);
    }
}
