using Identity.Domain.Credentials.Upstream;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>The ways in by other providers, as their owner sees them: those there are, and those there could be.</summary>
internal sealed class UpstreamWays(UpstreamProviders providers, UpstreamLinks links, Text text)
{
    public async Task<IReadOnlyList<OtherWay>> OfAsync(Guid account, IUrlHelper url, CancellationToken cancellationToken)
    {
        var held = (await links.OfAsync(account, cancellationToken)).Select(link => link.Provider).ToList();
        return [.. providers.All.Select(provider => provider.Name).Union(held).Select(name => new OtherWay(
            Message.Verbatim(providers.Find(name) is { } provider ? UpstreamTrip.NameOf(provider) : name),
            text[held.Contains(name) ? "details.upstream.set" : "details.upstream.none"], url.SignInDetailsAt(name), text[held.Contains(name) ? "details.app.remove" : "phones.add"]))];
    }
}
