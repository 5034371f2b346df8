using Identity.Domain.Credentials;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Credentials;

/// <summary>Passwords at a cost that lets a test compute many.</summary>
internal static class CheapPasswords
{
    public static IOptions<CredentialOptions> Options(Action<CredentialOptions>? change = null)
    {
        var options = new CredentialOptions { MemoryKib = 64, Passes = 1, ConcurrentHashes = 2 };
        change?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    public static Passwords Create(Action<CredentialOptions>? change = null) => new(Options(change));
}
