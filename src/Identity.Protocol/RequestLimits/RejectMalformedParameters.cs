using System.Net;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
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

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<TContext, RejectMalformedParameters<TContext>>(int.MinValue + 50_000);

    public async ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.GetHttpRequest() is not { } request)
            return;

        var form = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await ReadFormAsync(context, request) : null;
        if (context.IsRejected)
            return;

        var parameters = request.Query.Concat(form ?? FormCollection.Empty).ToList();
        if ((Fault(request.QueryString) ?? Fault(parameters)) is not { } fault)
            return;

        if (context is ExtractAuthorizationRequestContext)
            context.Transaction.Request = WhereToAnswer(parameters);
        context.Reject(ErrorCodes.InvalidRequest, fault);
    }

    /// <summary>What is not UTF-8 would stay percent-encoded, and be read to the letter.</summary>
    private static string? Fault(QueryString query) =>
        query.Value is { Length: > 0 } text && !Utf8.IsValid(WebUtility.UrlDecodeToBytes(Encoding.UTF8.GetBytes(text), 0, Encoding.UTF8.GetByteCount(text)))
            ? "The query is not UTF-8."
            : null;

    private static string? Fault(List<KeyValuePair<string, StringValues>> parameters)
    {
        if (parameters.Count > MaxParameters)
            return $"There are more than {MaxParameters} parameters.";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return parameters.Select(parameter => seen.Add(parameter.Key)
            ? ParameterRules.Fault(parameter.Key, parameter.Value)
            : $"The parameter '{ParameterRules.Shown(parameter.Key)}' is there more than once.").FirstOrDefault(fault => fault is not null);
    }

    /// <summary>RFC 6749 §4.1.2.1: the client is told of it where what names the client and the place is itself in order.</summary>
    private static OpenIddictRequest WhereToAnswer(List<KeyValuePair<string, StringValues>> parameters) => new(parameters
        .Where(parameter => parameter.Key is Parameters.ClientId or Parameters.RedirectUri or Parameters.State or Parameters.ResponseMode or Parameters.ResponseType)
        .GroupBy(parameter => parameter.Key, parameter => parameter.Value)
        .Where(values => values.Count() == 1 && ParameterRules.Fault(values.Key, values.First()) is null)
        .Select(values => KeyValuePair.Create(values.Key, (string?)values.First())));

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
