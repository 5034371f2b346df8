using Identity.Domain.Credentials.Passkeys;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Staff;

/// <summary>What is asked of the passkeys of staff here: certified hardware and two of it, unless a setting says any.</summary>
public sealed class StaffPolicy(IOptions<SupportOptions> options)
{
    /// <summary>The policy that a passkey is made under.</summary>
    public PasskeyPolicy Passkeys => options.Value.DangerAnyPasskey ? PasskeyPolicy.Citizen : PasskeyPolicy.Staff;

    /// <summary>How many passkeys somebody needs before any page opens.</summary>
    public int Required => Passkeys.Required;
}
