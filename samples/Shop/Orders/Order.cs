namespace Shop.Orders;

/// <summary>What a customer sends.</summary>
public sealed record NewOrder(string Customer, IReadOnlyList<OrderLine> Lines)
{
    /// <summary>What is wrong with it, by member.</summary>
    public Dictionary<string, string[]> Faults()
    {
        var faults = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(Customer))
            faults["customer"] = ["Who is it for?"];
        if (Lines is not { Count: > 0 })
            faults["lines"] = ["An order has at least one line."];
        else if (Lines.Any(line => line.Quantity < 1 || string.IsNullOrWhiteSpace(line.Product)))
            faults["lines"] = ["Each line names a product and how many of it."];
        return faults;
    }
}

/// <summary>So many of one product.</summary>
public sealed record OrderLine(string Product, int Quantity);

/// <summary>An order and how it stands.</summary>
public sealed record Order(Guid Id, string Customer, IReadOnlyList<OrderLine> Lines, OrderState State);

/// <summary>How an order stands.</summary>
public enum OrderState
{
    Taken,
    Filled,
    OutOfStock,
}
