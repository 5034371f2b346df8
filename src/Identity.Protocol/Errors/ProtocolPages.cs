using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Identity.Protocol.Errors;

/// <summary>Sends a request on to one of the host's pages, which finds there what it is to show.</summary>
public static class ProtocolPages
{
    /// <summary>The page that shows a <see cref="RequestError"/>.</summary>
    public const string Error = "/errors/request";

    /// <summary>The page that posts a <see cref="FormPost.FormPostResponse"/> back to the application.</summary>
    public const string FormPost = "/form-post";

    internal static void Show<TModel>(HttpContext context, string page, TModel model) where TModel : class
    {
        context.Features.Set(model);
        context.Request.Path = page;
        context.Request.Method = HttpMethods.Get;
        context.Request.QueryString = QueryString.Empty;
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = page; // Every server has it.
    }
}
