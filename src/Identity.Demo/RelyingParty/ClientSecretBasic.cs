using System.Net.Http.Headers;
using System.Text;

namespace Identity.Demo.RelyingParty;

/// <summary>The method <c>client_secret_basic</c>, RFC 6749 §2.3.1.</summary>
internal sealed class ClientSecretBasic(string clientId, string secret) : ClientAuthentication
{
    protected override Task AuthenticateAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // RFC 6749 §2.3.1: both are form-encoded before they become user name and password.
        var pair = $"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(secret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        return Task.CompletedTask;
    }
}
