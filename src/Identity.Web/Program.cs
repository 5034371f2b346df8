using Identity.Domain.Storage;
using Identity.Web.Commands;
using Identity.Web.Hosting;

var verb = Verbs.Find(args);
if (verb is { Verb: null })
    return await verb.ExplainAsync();

var builder = IdentityHost.CreateBuilder(verb?.Settings ?? args);
try
{
    await using var app = IdentityHost.Build(builder);
    if (verb is not null)
        return await verb.RunAsync(app.Services);

    await app.Services.GetRequiredService<BeforeStart>().RunAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (Faults.Of(exception) is { Count: > 0 } faults)
{
    foreach (var fault in faults)
        await Console.Error.WriteLineAsync(fault);
    return 1;
}
