using Identity.Web.Commands;
using Identity.Web.Hosting;

var builder = IdentityHost.CreateBuilder(Verbs.Settings(args));
try
{
    await using var app = IdentityHost.Build(builder);
    if (Verbs.Find(args) is { } verb)
        return await verb(app.Services);

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (Faults.Of(exception) is { Count: > 0 } faults)
{
    foreach (var fault in faults)
        await Console.Error.WriteLineAsync(fault);
    return 1;
}
