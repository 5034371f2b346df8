using Identity.Domain.Limits;

namespace Identity.Domain.Accounts;

/// <summary>How an address is proved. Section <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>How long a code sent by e-mail works.</summary>
    public TimeSpan CodeLife { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Wrong codes after which the codes sent so far work no more.</summary>
    public int CodeAttempts { get; set; } = 5;

    /// <summary>Codes sent to one address within <see cref="CodeResendWindow"/>.</summary>
    public int CodeResends { get; set; } = 5;

    /// <summary>The time within which codes to one address are counted.</summary>
    public TimeSpan CodeResendWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Codes sent to newcomers from one network in a day.</summary>
    public int CodesPerNetworkADay { get; set; } = 500;

    /// <summary>Accounts created from one network in a day.</summary>
    public int AccountsPerNetworkADay { get; set; } = 200;

    /// <summary>How long the present address is told of another one before it gives way, and can stop it.</summary>
    public TimeSpan EmailChangeWait { get; set; } = TimeSpan.FromHours(24);

    internal WindowPolicy Resends => new(CodeResends, CodeResendWindow);
}
