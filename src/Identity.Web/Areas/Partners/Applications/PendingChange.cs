using Identity.Domain.Partners;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>A change that somebody has typed and not made yet.</summary>
/// <param name="ClientId">Of which application.</param>
/// <param name="Version">The version that it changes.</param>
/// <param name="Before">That version, as JSON without secrets.</param>
/// <param name="After">As it is to be.</param>
internal sealed record PendingChange(string ClientId, int Version, string Before, string After)
{
    public const string Kind = "partner-change";

    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static PendingChange Of(Domain.Partners.Applications.Application before, Client after) =>
        new(before.Client.ClientId, before.Version, ClientJson.Write(Bare(before.Client)), ClientJson.Write(Bare(after)));

    /// <summary>A registration without what no page changes and nobody is shown.</summary>
    public static Client Bare(Client client) =>
        client with { ClientSecretSha256 = [], ClientSecretSealed = [], ClientSecretEnds = new Dictionary<string, DateTimeOffset>() };
}
