using System.CommandLine;
using Identity.Domain.Seeding;

namespace Identity.Web.Commands;

internal static class SeedVerb
{
    private static readonly Option<int> Citizens = new("--citizens") { Required = true, Description = "How many there shall be, in all." };
    private static readonly Option<string> Password = new("--password") { DefaultValueFactory = _ => "violet-kettle-harbour", Description = "Everybody's password." };

    public static Verb Make()
    {
        Citizens.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > CitizenSeeder.Most)
                result.AddError($"Write a number from 1 to {CitizenSeeder.Most} after --citizens.");
        });
        return new Verb("seed", "Fills a database with citizens, to test and measure. Production refuses it.", (services, words) =>
            SeedAsync(services, words.GetRequiredValue(Citizens), words.GetRequiredValue(Password))) { Citizens, Password };
    }

    private static async Task<int> SeedAsync(IServiceProvider services, int citizens, string password)
    {
        try
        {
            var added = await services.GetRequiredService<CitizenSeeder>().SeedAsync(citizens, password, new Shown(), CancellationToken.None);
            Console.WriteLine($"Citizens added: {added}. They are citizen-00000000@seed.example and on.");
            return 0;
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private sealed class Shown : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 100_000 == 0)
                Console.WriteLine($"{value} …");
        }
    }
}
