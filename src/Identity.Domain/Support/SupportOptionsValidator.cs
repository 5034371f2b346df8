using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Support.Roles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support;

internal sealed class SupportOptionsValidator(IHostEnvironment environment) : IValidateOptions<SupportOptions>
{
    public ValidateOptionsResult Validate(string? name, SupportOptions options)
    {
        var faults = Surface(options).Concat(Times(options)).Concat(RoleTable.Faults(options.Roles)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Surface(SupportOptions options)
    {
        if (options.Port is < 0 or > 65535)
            yield return $"Support:Port is {options.Port}. Write the port that the console has for itself, or 0 for no console.";
        if (options.Address.Length > 0 && !IsOrigin(options.Address))
            yield return $"Support:Address is '{options.Address}'. Write an https origin without a path, such as https://support.identity.example.";
        if (options.Port > 0 && options.Address.Length == 0 && environment.IsProduction())
            yield return "Support:Address is empty. Write the https origin by which staff reach the console, such as https://support.identity.example.";
        if (options.DangerAnyPasskey && environment.IsProduction())
            yield return "Support:DangerAnyPasskey is true. Remove it: in Production staff sign in with certified hardware alone.";
    }

    private static IEnumerable<string> Times(SupportOptions options)
    {
        if (options.Idle < TimeSpan.FromMinutes(1) || options.Idle > TimeSpan.FromHours(1))
            yield return $"Support:Idle is {options.Idle}. Write a time from one minute to one hour.";
        if (options.Absolute < options.Idle || options.Absolute > TimeSpan.FromHours(24))
            yield return $"Support:Absolute is {options.Absolute}. Write a time from Support:Idle to 24 hours.";
        if (options.Fresh < TimeSpan.FromMinutes(1) || options.Fresh > TimeSpan.FromMinutes(15))
            yield return $"Support:Fresh is {options.Fresh}. Write a time from one minute to 15 minutes.";
        if (options.Invitation < TimeSpan.FromMinutes(10) || options.Invitation > TimeSpan.FromDays(7))
            yield return $"Support:Invitation is {options.Invitation}. Write a time from ten minutes to seven days.";
        if (options.LooksPerHour is < 1 or > 1000)
            yield return $"Support:LooksPerHour is {options.LooksPerHour}. Write a number from 1 to 1000.";
        if (options.AlertLooks < 1 || options.AlertMisses < 1)
            yield return $"Support:AlertLooks is {options.AlertLooks} and Support:AlertMisses {options.AlertMisses}. Write numbers of 1 or more.";
        if (options.SampleLooks is < 1 or > 100)
            yield return $"Support:SampleLooks is {options.SampleLooks}. Write a number from 1 to 100.";
        if (options.WorkFrom < 0 || options.WorkUntil > 24 || options.WorkFrom >= options.WorkUntil)
            yield return $"Support:WorkFrom is {options.WorkFrom} and Support:WorkUntil {options.WorkUntil}. Write hours from 0 to 24, the earlier first.";
        if (options.CoolingOff < TimeSpan.FromHours(1) || options.CoolingOff > TimeSpan.FromDays(14))
            yield return $"Support:CoolingOff is {options.CoolingOff}. Write a time from one hour to 14 days.";
        if (options.Pause < TimeSpan.FromHours(1) || options.Pause > TimeSpan.FromDays(30))
            yield return $"Support:Pause is {options.Pause}. Write a time from one hour to 30 days.";
        if (options.Closing < TimeSpan.FromDays(1) || options.Closing > TimeSpan.FromDays(28))
            yield return $"Support:Closing is {options.Closing}. Write a time from one day to 28 days.";
        if (new[] { options.FollowUpClock, options.ChangeClock, options.EndingClock }.Any(clock => clock < TimeSpan.FromHours(1) || clock > TimeSpan.FromDays(90)))
            yield return $"Support:FollowUpClock is {options.FollowUpClock}, Support:ChangeClock {options.ChangeClock} and Support:EndingClock {options.EndingClock}. Write times from one hour to 90 days.";
        if (options.DeskWrongCodes is < 1 or > 100)
            yield return $"Support:DeskWrongCodes is {options.DeskWrongCodes}. Write a number from 1 to 100.";
        if (options.DeskVouches is < 1 or > 1000)
            yield return $"Support:DeskVouches is {options.DeskVouches}. Write a number from 1 to 1000.";
        if (options.Visit < TimeSpan.FromDays(1) || options.Visit > TimeSpan.FromDays(30))
            yield return $"Support:Visit is {options.Visit}. Write a time from one day to 30 days.";
        if (options.Role < TimeSpan.FromDays(1) || options.Role > TimeSpan.FromDays(366))
            yield return $"Support:Role is {options.Role}. Write a time from one day to a year.";
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && RelyingParty.OriginOf(uri) == text && RelyingParty.IsSecure(uri);
}
