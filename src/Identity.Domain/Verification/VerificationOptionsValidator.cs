using Identity.Domain.Verification.Claims;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification;

internal sealed class VerificationOptionsValidator : IValidateOptions<VerificationOptions>
{
    public ValidateOptionsResult Validate(string? name, VerificationOptions options)
    {
        List<string> faults = [];
        Between("Verification:Life", options.Life, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        Between("Verification:CallTimeout", options.CallTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
        Between("Verification:Rest", options.Rest, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        Between("Verification:HandoffLife", options.HandoffLife, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Count("Verification:MostADay", options.MostADay);
        Count("Verification:FaultsBeforeRest", options.FaultsBeforeRest);
        if (ProofTimes.Read(options.RemindDaysBefore) is null)
            faults.Add($"Verification:RemindDaysBefore is '{options.RemindDaysBefore}': give up to five numbers of days from 1 to 365, such as 30 7.");
        faults.AddRange(Faults("LevelsFile", "levels.json", options.LevelsFile, () => LevelsReader.ReadFile(options.LevelsFile)));
        if (faults.Count == 0)
            faults.AddRange(Faults("ClaimsFile", "claims.json", options.ClaimsFile, () => ClaimLevels.ReadFile(options.ClaimsFile, LevelsReader.ReadFile(options.LevelsFile))));
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Between(string key, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
                faults.Add($"{key} is {value}: give a time from {least} to {most}.");
        }

        void Count(string key, int value)
        {
            if (value is < 1 or > 100)
                faults.Add($"{key} is {value}: give a number from 1 to 100.");
        }
    }

    private static IEnumerable<string> Faults(string key, string shipped, string file, Func<object> read)
    {
        try
        {
            read();
            return [];
        }
        catch (BrokenLevelsException broken)
        {
            return broken.Faults.Select(fault => $"Verification:{key} is '{file}'. {fault}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [$"Verification:{key} is '{file}', which cannot be read. Write the path of a file like config/{shipped}, or leave it empty."];
        }
    }
}
