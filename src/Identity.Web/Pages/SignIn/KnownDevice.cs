using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// Remembers, in a sealed cookie, who has signed in on this browser before. It opens nothing: it only gives its owner a
/// count of wrong passwords of their own, so that strangers who guess cannot make them wait.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection)
{
    public const string Cookie = "device";
    private const int MostMarks = 10;
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("Identity.KnownDevice");

    private sealed record Device(string Key, IReadOnlyList<string> Accounts);

    /// <returns>The key of this device when the account has signed in on it before, else null.</returns>
    public string? For(HttpContext context, string identifier) =>
        Read(context) is { } device && device.Accounts.Contains(Mark(device.Key, AccountIdentifier.Read(identifier)?.Key ?? "")) ? device.Key : null;

    /// <summary>The account has signed in here, by this name.</summary>
    public void Remember(HttpContext context, string identifier) => Keep(context, key => Mark(key, AccountIdentifier.Read(identifier)?.Key ?? ""));

    /// <returns>Whether the account was signed in to here before, in whatever way.</returns>
    public bool Knows(HttpContext context, Guid account) => Read(context) is { } device && device.Accounts.Contains(Mark(device.Key, account.ToString("D")));

    /// <summary>The account was signed in to here.</summary>
    public void Remember(HttpContext context, Guid account) => Keep(context, key => Mark(key, account.ToString("D")));

    private void Keep(HttpContext context, Func<string, string> mark)
    {
        var device = Read(context) ?? new Device(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), []);
        var accounts = device.Accounts.Prepend(mark(device.Key)).Distinct().Take(MostMarks);
        device = device with { Accounts = [.. accounts] };
        context.Items[typeof(Device)] = device;
        BrowserCookies.Keep(context, Cookie, _protector.Protect(JsonSerializer.Serialize(device)), Life);
    }

    private Device? Read(HttpContext context)
    {
        // What this request has remembered already is not in its cookie yet.
        if (context.Items[typeof(Device)] is Device kept)
            return kept;
        try
        {
            return BrowserCookies.Read(context, Cookie) is { Length: < 4096 } text ? JsonSerializer.Deserialize<Device>(_protector.Unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            // Not ours, or of keys that are gone: a device like any other.
            return null;
        }
    }

    private static string Mark(string key, string whom) => Base64Url.EncodeToString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(whom)).AsSpan(0, 12));
}
