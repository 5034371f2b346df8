using Identity.Sdk;

namespace Identity.Domain.Verification.Ports;

internal sealed class HttpPort(bool allowsLoopback) : IHttpPort
{
    private const int MostAnswer = 10 * 1024 * 1024;

    private static readonly TimeSpan LongestExchange = TimeSpan.FromMinutes(1);

    // An address that has moved is looked up again.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    public HttpClient Client(string name, Uri origin, TimeSpan timeout, int mostBytes)
    {
        if (!origin.IsAbsoluteUri || !(origin.Scheme == Uri.UriSchemeHttps || (allowsLoopback && origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback)))
            throw new ArgumentException($"{name} is at {origin}, which is no address of https.", nameof(origin));
        if (timeout <= TimeSpan.Zero || timeout > LongestExchange)
            throw new ArgumentException($"An exchange takes {LongestExchange} at most.", nameof(timeout));
        if (mostBytes is < 1 or > MostAnswer)
            throw new ArgumentException($"An answer has {MostAnswer} bytes at most.", nameof(mostBytes));

        var connections = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = ConnectionLife, ConnectTimeout = timeout };
        return new HttpClient(new OneOrigin(origin, mostBytes, connections)) { BaseAddress = origin, Timeout = timeout, MaxResponseContentBufferSize = mostBytes };
    }

    private sealed class OneOrigin(Uri origin, int mostBytes, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is not { IsAbsoluteUri: true } address || address.GetLeftPart(UriPartial.Authority) != origin.GetLeftPart(UriPartial.Authority))
                throw new HttpRequestException("The request leaves the origin that its client was made for.");
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                // Read here, so that nobody streams past the limit.
                await response.Content.LoadIntoBufferAsync(mostBytes, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
