using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Assets;

public sealed partial class AssetTests
{
    [Fact]
    public async Task An_asset_is_kept_for_ever_and_changes_its_address_when_it_changes()
    {
        await using var host = await LookHost.StartAsync();
        foreach (string address in await AddressesAsync(host))
        {
            var response = await host.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
            Assert.Matches("^/assets/[0-9a-f]{12}/", address);
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task An_asset_comes_compressed_as_the_browser_likes(string accepted, string? encoding)
    {
        await using var host = await LookHost.StartAsync();
        string address = (await AddressesAsync(host)).Single(address => address.EndsWith(".css", StringComparison.Ordinal));
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var response = await host.Browser().SendAsync(request);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        Assert.StartsWith(":root{", await DecodeAsync(response, encoding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/nowhere")]
    [Spec("RFC 9110", "8.4")]
    public async Task A_page_is_never_compressed(string path)
    {
        await using var host = await LookHost.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        Assert.Empty((await host.Browser().SendAsync(request)).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task An_unknown_asset_is_a_bare_404()
    {
        await using var host = await LookHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/assets/000000000000/look.css")).StatusCode);
    }

    [Fact]
    public async Task A_first_view_weighs_at_most_30_KB_in_at_most_4_requests()
    {
        await using var host = await LookHost.StartAsync();
        string[] addresses = await AddressesAsync(host);
        Assert.True(1 + addresses.Length <= 4);
        long weight = (await (await host.GetAsync("/error")).Content.ReadAsByteArrayAsync()).Length;
        Assert.True(weight <= 14 * 1024);
        foreach (string address in addresses)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Encoding", "gzip");
            weight += (await (await host.Browser().SendAsync(request)).Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(weight, 1, 30 * 1024);
    }

    private static async Task<string[]> AddressesAsync(LookHost host)
    {
        string page = await (await host.GetAsync("/error")).Content.ReadAsStringAsync();
        return [.. Address().Matches(page).Select(match => match.Value).Distinct()];
    }

    private static async Task<string> DecodeAsync(HttpResponseMessage response, string? encoding)
    {
        var body = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Address();
}
