using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.RelyingParty;

/// <summary>The page for everything that went wrong: at the provider, on the way back, or here.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
internal abstract class ProblemPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Error { get; init; }

    [BindProperty(SupportsGet = true)]
    public int? Status { get; init; }

    public Problem Problem => Problem.From(Error, Status ?? (Response.StatusCode == StatusCodes.Status200OK ? null : Response.StatusCode));
}
