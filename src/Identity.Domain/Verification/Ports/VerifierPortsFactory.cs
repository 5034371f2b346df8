using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Sdk;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Verification.Ports;

/// <summary>Makes what a plugin may use of the server: each has its own, and sees nothing of another's.</summary>
public sealed class VerifierPortsFactory(SealedStoreFactory stores, LetterPortFactory letters, TimeProvider clock, IHostEnvironment environment)
{
    /// <param name="plugin">The plugin's name.</param>
    /// <param name="callback">Where a browser comes back to, by the name of a verifier.</param>
    public IVerifierPorts Create(string plugin, Func<string, Uri> callback) =>
        new VerifierPorts(clock, stores.Create(plugin), letters.Create(), new HttpPort(allowsLoopback: !environment.IsProduction()), callback);

    private sealed class VerifierPorts(TimeProvider clock, ISealedStore store, ILetterPort letters, IHttpPort http, Func<string, Uri> callback) : IVerifierPorts
    {
        public TimeProvider Clock => clock;

        public IRandomPort Random { get; } = new RandomPort();

        public ISealedStore Store => store;

        public ILetterPort Letters => letters;

        public IHttpPort Http => http;

        public Uri CallbackAddress(string verifier) => callback(verifier);
    }
}

/// <summary>Makes the store of a plugin.</summary>
public sealed class SealedStoreFactory(IDatabase database, IDataProtectionProvider protection, InstanceSecrets secrets, TimeProvider clock)
{
    internal ISealedStore Create(string plugin) => new SealedStore(plugin, database, protection, secrets, clock);
}

/// <summary>Makes the way to send letters.</summary>
public sealed class LetterPortFactory(Ledger ledger, Channels channels, DayBudgets budgets)
{
    internal ILetterPort Create() => new LetterPort(ledger, channels, budgets);
}
