using System.Net;

namespace Identity.Testing;

/// <summary>Cookies and forms as a browser without script has them. Redirects are returned, not followed.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _http;

    public TestBrowser(HttpMessageHandler handler)
    {
        _http = new HttpClient(new CookieJar(handler, Cookies)) { BaseAddress = TestProvider.Issuer };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string uri) => _http.GetAsync(new Uri(TestProvider.Issuer, uri));

    public Task<HttpResponseMessage> PostAsync(string uri, IEnumerable<KeyValuePair<string, string>> fields) =>
        _http.PostAsync(new Uri(TestProvider.Issuer, uri), new FormUrlEncodedContent(fields));

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
