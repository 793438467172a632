using Shop;

return args switch
{
    ["worker", ..] => await BackRoom.RunAsync(args),
    ["health", ..] => await HealthProbe.RunAsync(),
    _ => await Counter.RunAsync(args),
};
