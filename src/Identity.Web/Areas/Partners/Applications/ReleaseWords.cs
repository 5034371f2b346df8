using System.Diagnostics;
using Identity.Domain.Partners.Releases;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>What there is to say of opening an application.</summary>
internal static class ReleaseWords
{
    public static string Of(ReleaseNeed need) => need switch
    {
        ReleaseNeed.TwoOwners => "partners.live.twoOwners",
        ReleaseNeed.PublicAddresses => "partners.live.addresses",
        ReleaseNeed.Authentication => "partners.live.authentication",
        ReleaseNeed.PrivacyPolicy => "partners.live.policy",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whom an application is open to.</summary>
    public static Message Open(Text text, int openTo) => openTo switch
    {
        0 => text["partners.live.nobody"],
        >= 100 => text["partners.live.everybody"],
        _ => text["partners.live.some", ("share", $"{openTo}")],
    };

    /// <summary>Why nothing came of it; null where something did.</summary>
    public static string? Problem(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Done or ReleaseOutcome.Waits => null,
        ReleaseOutcome.NotReady => "partners.live.notReady",
        ReleaseOutcome.Stale => "partners.live.stale",
        ReleaseOutcome.NotTheirs => "partners.live.notYours",
        _ => throw new UnreachableException(),
    };
}
