using System.Net;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>Applications of several hosts that know a citizen by the same <c>sub</c>, by a list at the sector's own address.</summary>
[Spec("OpenID Connect Registration", "5")]
[Spec("OpenID Connect Core", "8.1")]
public sealed class SectorDocumentTests() : RegistrationScene
{
    private static readonly string[] Both = ["https://one.example/cb", "https://two.example/cb"];

    [Fact]
    public async Task A_list_with_all_of_them_makes_one_sector()
    {
        await using var site = await PartnerSite.StartAsync((object)Both);

        var reply = await AskAsync(site);

        Assert.Equal((HttpStatusCode.Created, site.Address("/sector")), (reply.Status, reply["sector_identifier_uri"]));
        Assert.Equal("127.0.0.1", Provider.Get<ClientDirectory>().Current.Find(reply.ClientId)?.Sector);
    }

    [Fact]
    public async Task A_list_without_one_of_them_makes_none()
    {
        await using var site = await PartnerSite.StartAsync((object)Both[..1]);

        Assert.Contains("two.example", Refused(await AskAsync(site)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"redirect_uris\": []}", "no JSON array")]
    [InlineData("[1, 2]", "no JSON array")]
    [InlineData("<html>", "no JSON array")]
    public async Task What_is_no_list_makes_none(string body, string words)
    {
        await using var site = await PartnerSite.StartAsync(context => context.Response.WriteAsync(body));

        Assert.Contains(words, Refused(await AskAsync(site)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_list_several_hosts_are_no_sector() =>
        Assert.Contains("sector", Refused(await RegisterAsync(Metadata(("redirect_uris", Uris)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://10.0.0.1/sector", "private network")]
    [InlineData("http://sector.example/list", "https")]
    public async Task A_list_that_anybody_or_nobody_could_answer_with_is_not_asked_for(string address, string words) =>
        Assert.Contains(words, Refused(await RegisterAsync(Metadata(("redirect_uris", Uris), ("sector_identifier_uri", address)))), StringComparison.Ordinal);

    private static JsonArray Uris => [.. Both.Select(uri => JsonValue.Create(uri))];

    private Task<RegistrationReply> AskAsync(PartnerSite site) => RegisterAsync(Metadata(("redirect_uris", Uris), ("sector_identifier_uri", site.Address("/sector"))));

    private static string Refused(RegistrationReply reply)
    {
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_client_metadata"), (reply.Status, reply.Error));
        return reply["error_description"]!; // Every refusal says why.
    }
}
