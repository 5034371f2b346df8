using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;

namespace Identity.Domain.Partners.Releases;

/// <summary>What has to be so before an application opens to everybody.</summary>
public enum ReleaseNeed
{
    /// <summary>Two people own the organisation, so that nobody is locked out of something that people rely on.</summary>
    TwoOwners,

    /// <summary>People are sent back over https, and never to whoever answers on their own machine.</summary>
    PublicAddresses,

    /// <summary>It can show that it is itself, if it has to.</summary>
    Authentication,

    /// <summary>It says what it does with what it is told.</summary>
    PrivacyPolicy,
}

/// <summary>One of them, and whether it is so.</summary>
public sealed record ReleaseCheck(ReleaseNeed Need, bool IsMet)
{
    public static IReadOnlyList<ReleaseCheck> Of(Client client, IEnumerable<Colleague> colleagues)
    {
        var checks = new List<ReleaseCheck>
        {
            new(ReleaseNeed.TwoOwners, colleagues.Count(colleague => colleague.Role is PartnerRole.Owner) > 1),
            new(ReleaseNeed.Authentication, client.IsPublic || client.ClientSecretSha256.Count > 0 || client.HasKeys),
        };
        if (ApplicationKinds.Of(client) is not ApplicationKind.Machine)
            checks.Add(new(ReleaseNeed.PrivacyPolicy, client.PolicyUri is not null));
        // RFC 8252 §7.3: an installed app is answered on the machine it runs on.
        if (client.ApplicationType != "native")
            checks.Add(new(ReleaseNeed.PublicAddresses, client.RedirectUris.All(uri => Uri.TryCreate(uri, UriKind.Absolute, out var read) && read.Scheme == Uri.UriSchemeHttps && !read.IsLoopback)));
        return checks;
    }
}
