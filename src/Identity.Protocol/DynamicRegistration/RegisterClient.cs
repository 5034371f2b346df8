using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Identity.Domain.Limits;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>RFC 7591 §3.1: a client registers itself.</summary>
internal sealed class RegisterClient(
    NetworkLimiter limiter, RegistrationAccess access, RegistrationReader reader, ClientSecrets secrets, ClientRegistrations registrations, IOptions<RegistrationOptions> options, IOptions<ProtocolOptions> protocol, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        if (limiter.Take(Endpoints.Registration, Network.Of(context.Connection.RemoteIpAddress)) is LimitDecision.RetryAt(var time))
            return TooMany(context, time - clock.GetUtcNow());
        if (await RegistrationBody.ReadAsync(context.Request) is not { } metadata)
            return RegistrationAnswer.Of(RegistrationFault.Metadata("Send a JSON object of at most 64 KiB, as application/json, that names nothing twice."));
        var (right, unapproved) = await access.FindAsync(context, metadata);
        if (unapproved is not null)
            return RegistrationAnswer.Of(unapproved);
        if (right is null)
            return BearerToken.Challenge(context);
        var clientId = RegistrationReader.Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var reading = await reader.ReadAsync(metadata, clientId, right, context.RequestAborted);
        return reading.Client is { } client ? await AddAsync(context, client, right) : RegistrationAnswer.Of(reading.Fault!); // Where there is no client, there is a fault.
    }

    private async Task<IResult> AddAsync(HttpContext context, Client client, RegistrationRight right)
    {
        (var secret, client) = secrets.For(client, null, null);
        var token = SecretToken.Make();
        return await registrations.AddAsync(client, token, right, options.Value.Most, context.RequestAborted) switch
        {
            RegistrationOutcome.Registered => RegistrationAnswer.Of(client, clock.GetUtcNow(), secret, token, protocol.Value.Issuer!, StatusCodes.Status201Created), // No host starts without an issuer.
            RegistrationOutcome.Spent => BearerToken.Challenge(context),
            RegistrationOutcome.Full => TooMany(context, TimeSpan.FromHours(1)),
            _ => throw new UnreachableException(),
        };
    }

    private static IResult TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Results.Json(new { error = "temporarily_unavailable", error_description = "Too many clients have registered. Try again later." }, statusCode: StatusCodes.Status429TooManyRequests);
    }
}
