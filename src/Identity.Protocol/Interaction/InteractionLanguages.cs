using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.Interaction;

/// <summary>The languages of the host's pages, which the host sets.</summary>
public sealed class InteractionLanguages
{
    /// <summary>The languages the pages are written in (<c>ui_locales_supported</c>, OpenID Connect Discovery §3).</summary>
    public IReadOnlyList<string> Spoken { get; set; } = [];

    /// <summary>
    /// Keeps, for the pages that follow, what an application asked for by <c>ui_locales</c> (OpenID Connect Core §3.1.2.1),
    /// whichever way its request came.
    /// </summary>
    public Action<HttpContext, string> Keep { get; set; } = (_, _) => { };
}
