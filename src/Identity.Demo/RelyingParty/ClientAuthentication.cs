using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>
/// Authenticates the application wherever it posts to the provider itself: pushed authorization, token, revocation.
/// The framework's own way is <c>client_secret_post</c>, which puts the secret among the parameters.
/// </summary>
internal abstract class ClientAuthentication : DelegatingHandler
{
    /// <summary>Reads the provider's discovery document; set once the options that hold it exist.</summary>
    public Func<CancellationToken, Task<OpenIdConnectConfiguration>>? Discovery { get; set; }

    protected sealed override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post) await AuthenticateAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    protected abstract Task AuthenticateAsync(HttpRequestMessage request, CancellationToken cancellation);
}
