using Identity.Domain.Accounts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Desk;

/// <summary>Whom a member of staff may not confirm (UK guidance "How to create a vouch" 1.0), as far as the provider can know.</summary>
public sealed class DeskRules(IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>For how many years whoever vouches has known the person.</summary>
    internal const int LeastYears = 2;

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private sealed record Citizen(Guid Id, string? Family, PostalAddress? Address);

    /// <returns>Null when nothing is against it.</returns>
    internal async ValueTask<DeskConflict?> FindAsync(IStatements read, StaffSession session, DeskCase found, DeskFinding? finding)
    {
        var staff = session.Staff;
        var own = await read.ListAsync(DeskStatements.AsCitizen, row => new Citizen(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1),
            PostalAddress.FromJson(row.IsDBNull(2) ? null : row.GetString(2))), ("own", staff.AccountId), ("key", staff.EmailKey));
        if (staff.AccountId == found.Account || own.Any(citizen => citizen.Id == found.Account))
            return DeskConflict.Own;
        if (found.AskedBy == staff.Id || await read.FirstAsync(DeskStatements.Looks, row => row.GetInt32(0), ("staff", staff.Id), ("account", found.Account), ("now", Now)) == 1)
            return DeskConflict.Involved;
        if (await read.FirstAsync(DeskStatements.HasConfirmed, row => row.GetInt32(0), ("staff", staff.Id), ("subject", found.SubjectId)) == 1)
            return DeskConflict.Already;
        if (own.Any(citizen => IsFamily(citizen, found.Claims)))
            return DeskConflict.Relative;
        return finding is DeskFinding.Vouched vouched ? await OfVouchAsync(read, staff, found, vouched) : null;
    }

    private async ValueTask<DeskConflict?> OfVouchAsync(IStatements read, StaffMember staff, DeskCase found, DeskFinding.Vouched vouched) => vouched switch
    {
        _ when found.Subject is DeskSubject.Visit => DeskConflict.DocumentNeeded,
        { IsRelative: true } => DeskConflict.Relative,
        { Years: < LeastYears } => DeskConflict.TooShort,
        _ => await read.FirstAsync(DeskStatements.VouchedFor, row => row.GetInt64(0), ("staff", staff.Id), ("account", found.Account),
            ("since", (clock.GetUtcNow() - Month).ToUnixTimeMilliseconds())) >= options.Value.DeskVouches ? DeskConflict.TooMany : null,
    };

    // One family name and one postal code: typed addresses differ in everything else.
    private static bool IsFamily(Citizen citizen, IReadOnlyDictionary<string, string> claims) =>
        Family(citizen.Family) is { } family && family == Family(claims.GetValueOrDefault(ClaimNames.FamilyName))
        && Plain(citizen.Address?.PostalCode ?? citizen.Address?.StreetAddress) is { Length: > 0 } place
        && Plain(claims.GetValueOrDefault(ClaimNames.Address)).Contains(place, StringComparison.Ordinal);

    private static string? Family(string? name) =>
        PersonDetails.Of(new Dictionary<string, string> { [ClaimNames.FamilyName] = name ?? "", [ClaimNames.BirthDate] = "-" })?.Key;

    private static string Plain(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>What a code leads to.</summary>
/// <param name="Subject">What it is of.</param>
/// <param name="SubjectId">Which.</param>
/// <param name="Version">Of the step that a verification waits with.</param>
/// <param name="Account">Whose.</param>
/// <param name="Claims">What they claim, by the names of <see cref="ClaimNames"/>.</param>
internal sealed record DeskCase(DeskSubject Subject, Guid SubjectId, int Version, Guid Account, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>Whoever of staff asked for it.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>The code by which a verification is brought its result.</summary>
    public string Handle { get; init; } = "";

    /// <summary>What of it is shown.</summary>
    public DeskFile ToFile() => new(Subject, string.Join(' ', new[] { Claim(ClaimNames.GivenName), Claim(ClaimNames.FamilyName) }.Where(part => part.Length > 0)),
        Claim(ClaimNames.BirthDate), Subject is DeskSubject.Proof && Claim(ClaimNames.Address) is { Length: > 0 } address ? address.Replace("\n", ", ", StringComparison.Ordinal) : null);

    private string Claim(string name) => Claims.GetValueOrDefault(name, "");
}
