using System.Collections.Frozen;
using System.Globalization;
using Identity.Domain.Partners.Traces;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.RequestTraces;

/// <summary>
/// What may be shown of a request's parameters: those whose values are the client's own, as they are. Of every other, a secret, a
/// code, or what could be of a person, its length alone.
/// </summary>
internal static class ShownParameters
{
    private const int Most = 50;
    private const int LongestName = 100;
    private const int LongestValue = 300;

    private static readonly FrozenSet<string> OfTheClient = new[]
    {
        Parameters.ClientId, Parameters.ResponseType, Parameters.ResponseMode, Parameters.Scope, Parameters.Prompt, Parameters.MaxAge, Parameters.GrantType,
        Parameters.CodeChallengeMethod, Parameters.Resource, Parameters.AcrValues, Parameters.UiLocales, Parameters.ClaimsLocales, Parameters.Display,
        Parameters.TokenTypeHint, Parameters.ClientAssertionType, "vtr",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<TracedParameter> Of(OpenIddictRequest request) =>
        [.. request.GetParameters().Take(Most).Select(parameter => new TracedParameter(Cut(parameter.Key, LongestName), Value(parameter.Key, parameter.Value.ToString() ?? "")))];

    private static string Value(string name, string value) => name switch
    {
        Parameters.RedirectUri or Parameters.PostLogoutRedirectUri => Cut(WithoutQuery(value), LongestValue),
        Parameters.ClientAssertion => Assertion(value),
        _ when OfTheClient.Contains(name) => Cut(value, LongestValue),
        _ => Length(value),
    };

    // What is behind it may be of the person who was sent.
    private static string WithoutQuery(string address) => address.IndexOfAny(['?', '#']) is >= 0 and var end ? $"{address[..end]}{address[end]}…" : address;

    private static string Assertion(string value)
    {
        try
        {
            var token = new JsonWebToken(value);
            return string.Create(CultureInfo.InvariantCulture,
                $"alg {Cut(token.Alg, 20)}, kid {Cut(token.Kid, LongestName)}, iss {Cut(token.Issuer, LongestName)}, aud {Cut(string.Join(' ', token.Audiences), LongestValue)}, exp {token.ValidTo:O}");
        }
        catch (ArgumentException)
        {
            return $"{Length(value)}, no JWT";
        }
    }

    private static string Length(string value) => string.Create(CultureInfo.InvariantCulture, $"{value.Length} characters");

    private static string Cut(string? value, int length) => value is null ? "" : value.Length <= length ? value : value[..length] + "…";
}
