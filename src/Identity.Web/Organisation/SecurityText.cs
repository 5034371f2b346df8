using System.Globalization;
using System.Text;
using Identity.Protocol;
using Identity.Web.Locales;
using Microsoft.Extensions.Options;

namespace Identity.Web.Organisation;

/// <summary>RFC 9116: whom to tell of a fault in security. Not signed: §2.3 leaves that open, and the answer changes each day.</summary>
internal static class SecurityText
{
    // RFC 9116 §2.5.5 recommends less than a year ahead.
    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    public static IResult Answer(
        HttpContext context, IOptions<OrganisationOptions> organisation, IOptionsMonitor<ProtocolOptions> protocol, Catalogue catalogue, TimeProvider clock)
    {
        var options = organisation.Value;
        if (options.SecurityContact.Length == 0)
            return Results.NotFound();

        // By the day, so that it can be kept for one and every node writes the same.
        var expires = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero) + Life;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Contact: {options.SecurityContact}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Expires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Preferred-Languages: {string.Join(", ", catalogue.Locales)}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Canonical: {protocol.CurrentValue.Issuer!.AbsoluteUri.TrimEnd('/')}/.well-known/security.txt\r\n"); // No host starts without an issuer.
        if (options.SecurityPolicyUrl.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"Policy: {options.SecurityPolicyUrl}\r\n");

        context.Response.Headers.CacheControl = "public, max-age=86400";
        // RFC 9116 §3: text/plain in UTF-8.
        return Results.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }
}
