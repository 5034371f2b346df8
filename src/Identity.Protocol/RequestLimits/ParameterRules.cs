using Microsoft.Extensions.Primitives;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.RequestLimits;

/// <summary>The length and the characters that every parameter keeps, wherever it stands.</summary>
internal static class ParameterRules
{
    private const int MaxLength = 4096;
    // An assertion or a token hint carries a whole JWT, with a certificate chain in some.
    private const int MaxTokenLength = 16_384;

    private static readonly HashSet<string> Tokens = [Parameters.ClientAssertion, Parameters.IdTokenHint, Parameters.Token, Parameters.RefreshToken, Parameters.Code, Parameters.Request, Parameters.AccessToken];

    /// <returns>What is wrong with a parameter, or null.</returns>
    public static string? Fault(string name, StringValues values)
    {
        if (values.Count > 1 && name != Parameters.Resource)
            return $"The parameter '{Shown(name)}' is there more than once.";
        var max = Tokens.Contains(name) ? MaxTokenLength : MaxLength;
        if (name.Length > 100 || values.Any(value => value?.Length > max))
            return $"The parameter '{Shown(name)}' is longer than {max} characters.";
        return values.Any(value => value is not null && value.Any(c => char.IsControl(c) || c == '\uFFFD'))
            ? $"The parameter '{Shown(name)}' holds control characters or is not UTF-8."
            : null;
    }

    /// <summary>What may stand in an error description: RFC 6749 §5.2 allows printable ASCII without quotes and backslashes.</summary>
    public static string Shown(string name) =>
        new([.. name.Take(40).Select(c => c is > ' ' and < '\x7f' and not '"' and not '\\' ? c : '?')]);
}
