using Microsoft.Extensions.Options;

namespace Identity.Protocol.Outgoing;

/// <summary>Calls addresses that applications have registered, for as long as they may take and no longer. Safe for concurrent use.</summary>
internal sealed class PartnerHttp : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    public PartnerHttp(ReachableAddresses reachable, IOptions<OutgoingOptions> options, TimeProvider clock)
    {
        (_timeout, _clock) = (options.Value.Timeout, clock);
        // The limit of time is the one below, by the clock that everything goes by.
        _http = new HttpClient(PartnerConnections.Create(reachable, options)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="read">What is made of an answer, whose body has not been read yet.</param>
    /// <param name="failed">What is made of there being none, from one word for why.</param>
    public async Task<T> SendAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, Func<string, T> failed, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_timeout, _clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over.Token);
            return await read(response, over.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return failed("timeout");
        }
        catch (HttpRequestException exception) when (exception.InnerException is UnreachableAddressException)
        {
            return failed("private_address");
        }
        catch (HttpRequestException exception)
        {
            return failed(exception.HttpRequestError is HttpRequestError.SecureConnectionError ? "tls" : "connection");
        }
        catch (IOException)
        {
            return failed("connection");
        }
    }

    public void Dispose() => _http.Dispose();
}
