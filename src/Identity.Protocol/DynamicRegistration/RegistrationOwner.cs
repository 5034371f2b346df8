using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>Whoever shows the registration access token of a client (RFC 7592 §1.3).</summary>
internal sealed class RegistrationOwner(ClientDirectory clients, ClientRegistrations registrations)
{
    /// <returns>Null when the token is missing or another's, or there is no such client.</returns>
    public async Task<(Client Client, ClientRegistration Registration, string Token)?> FindAsync(HttpContext context, string clientId) =>
        BearerToken.Of(context.Request) is { } token && clients.Current.Find(clientId) is { } client
        && await registrations.FindAsync(clientId, token, context.RequestAborted) is { } registration ? (client, registration, token) : null;
}
