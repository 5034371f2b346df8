using Microsoft.Extensions.Options;

namespace Identity.Domain.Recovery;

internal sealed class RecoveryOptionsValidator : IValidateOptions<RecoveryOptions>
{
    public ValidateOptionsResult Validate(string? name, RecoveryOptions options)
    {
        List<string> faults = [];
        Between("Recovery:Wait", options.Wait, TimeSpan.FromHours(1), TimeSpan.FromDays(30));
        Between("Recovery:Life", options.Life, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        Between("Recovery:Grace", options.Grace, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));
        if (options.MostADay is < 1 or > 100)
            faults.Add($"Recovery:MostADay is {options.MostADay}: give a number from 1 to 100.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Between(string key, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
                faults.Add($"{key} is {value}: give a time from {least} to {most}.");
        }
    }
}
