using System.Data.Common;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>Reads apps, and seals and opens their secrets.</summary>
public sealed class AuthenticatorAppStore(IDatabase database, IDataProtectionProvider protection)
{
    internal const string Purpose = "Identity.AuthenticatorApps";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    internal sealed record Stored(Guid Id, byte[] Sealed, long LastStep, AuthenticatorApp App)
    {
        public static Stored Of(DbDataReader row) => new(row.GetGuid(0), (byte[])row[1], row.GetInt64(2),
            new AuthenticatorApp(Time(row.GetInt64(3)), row.IsDBNull(4) ? null : Time(row.GetInt64(4))));

        private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    internal Task<Stored?> FindAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(AuthenticatorAppStatements.Find, Stored.Of, ("account", account)), cancellationToken);

    internal byte[] Seal(AppSecret secret) => _protector.Protect(secret.ToBytes());

    internal AppSecret Open(Stored stored) => AppSecret.FromBytes(_protector.Unprotect(stored.Sealed));
}
