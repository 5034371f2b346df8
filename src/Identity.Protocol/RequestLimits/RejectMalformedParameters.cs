using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.RequestLimits;

/// <summary>
/// RFC 6749 §3.1 and §3.2: no parameter more than once (RFC 8707 §2 lets <c>resource</c> repeat); and a length and a
/// character set that every parameter keeps, so that nothing later has to wonder.
/// </summary>
internal sealed class RejectMalformedParameters<TContext> : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    private const int MaxParameters = 64;
    private const int MaxLength = 4096;
    // An assertion or a token hint carries a whole JWT, with a certificate chain in some.
    private const int MaxTokenLength = 16_384;

    private static readonly HashSet<string> Tokens = [Parameters.ClientAssertion, Parameters.IdTokenHint, Parameters.Token, Parameters.RefreshToken, Parameters.Code, Parameters.Request];

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<TContext, RejectMalformedParameters<TContext>>(int.MinValue + 50_000);

    public async ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.GetHttpRequest() is not { } request)
            return;

        var form = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await ReadFormAsync(context, request) : null;
        if (context.IsRejected)
            return;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, values) in request.Query.Concat(form ?? FormCollection.Empty))
        {
            if (Fault(name, values, seen) is { } fault)
            {
                context.Reject(ErrorCodes.InvalidRequest, fault);
                return;
            }
        }
    }

    private static string? Fault(string name, StringValues values, HashSet<string> seen)
    {
        if (!seen.Add(name) || (values.Count > 1 && name != Parameters.Resource))
            return $"The parameter '{Shown(name)}' is there more than once.";
        if (seen.Count > MaxParameters)
            return $"There are more than {MaxParameters} parameters.";
        var max = Tokens.Contains(name) ? MaxTokenLength : MaxLength;
        if (name.Length > 100 || values.Any(value => value?.Length > max))
            return $"The parameter '{Shown(name)}' is longer than {max} characters.";
        return values.Any(value => value is not null && value.Any(c => char.IsControl(c) || c == '\uFFFD'))
            ? $"The parameter '{Shown(name)}' holds control characters or is not UTF-8."
            : null;
    }

    /// <summary>What may stand in an error description: RFC 6749 §5.2 allows printable ASCII without quotes and backslashes.</summary>
    private static string Shown(string name) =>
        new([.. name.Take(40).Select(c => c is > ' ' and < '\x7f' and not '"' and not '\\' ? c : '?')]);

    private static async ValueTask<IFormCollection?> ReadFormAsync(TContext context, HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(context.CancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            context.Reject(ErrorCodes.InvalidRequest, "The form cannot be read, or is too large.");
            return null;
        }
    }
}
