using System.Net;

namespace Identity.Testing;

/// <summary>Cookies and forms as a browser without script has them. Redirects are returned, not followed.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _issuer;

    /// <param name="handler">The way to the provider.</param>
    /// <param name="issuer">Where it is; by default the one in process.</param>
    public TestBrowser(HttpMessageHandler handler, Uri? issuer = null)
    {
        _issuer = issuer ?? TestProvider.Issuer;
        _http = new HttpClient(new CookieJar(handler, Cookies)) { BaseAddress = _issuer };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string uri) => _http.GetAsync(new Uri(_issuer, uri));

    public Task<HttpResponseMessage> PostAsync(string uri, IEnumerable<KeyValuePair<string, string>> fields) =>
        _http.PostAsync(new Uri(_issuer, uri), new FormUrlEncodedContent(fields));

    /// <summary>Sends an empty request of any method, as a program would.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string uri, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_issuer, uri));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _http.SendAsync(request);
    }

    /// <summary>Opens an address and follows redirects until a page is there, or an address of somebody else.</summary>
    public async Task<Page> OpenAsync(string uri)
    {
        using var response = await GetAsync(uri);
        return await FollowAsync(new Uri(_issuer, uri), response);
    }

    /// <summary>Fills in the form of a page, presses its button and follows redirects as above.</summary>
    public async Task<Page> SubmitAsync(Page page, params (string Name, string Value)[] fields)
    {
        using var response = await PostAsync(page.Address.PathAndQuery, page.Hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await FollowAsync(page.Address, response);
    }

    /// <summary>Posts what script has put together on a page, and follows redirects as above.</summary>
    public async Task<Page> PostFormAsync(Page page, string address, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var response = await PostAsync(address, fields);
        return await FollowAsync(page.Address, response);
    }

    private async Task<Page> FollowAsync(Uri address, HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
            return new Page(address, response.StatusCode, await response.Content.ReadAsStringAsync());

        var next = new Uri(address, location);
        if (next.Authority != _issuer.Authority)
            return new Page(next, response.StatusCode, "");

        using var following = await GetAsync(next.PathAndQuery);
        return await FollowAsync(next, following);
    }

    public void Dispose() => _http.Dispose();

    private sealed class CookieJar(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = cookies.GetCookieHeader(request.RequestUri!); // The client has made it absolute.
            if (header.Length > 0)
                request.Headers.TryAddWithoutValidation("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    cookies.SetCookies(request.RequestUri!, cookie); // As above.
            }

            return response;
        }
    }
}
