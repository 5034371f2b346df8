using Identity.Domain.Storage;

namespace Identity.Web.Commands;

internal static class MigrateVerb
{
    public static Verb Make() => new("migrate", "Brings the database up to date.", async (services, _) =>
    {
        var applied = await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        return 0;
    });
}
