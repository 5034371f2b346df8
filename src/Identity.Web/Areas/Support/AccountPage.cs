using Identity.Domain.Support.Lookup;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Areas.Support;

/// <summary>A page about the account that a look keeps open. When the look is over, or is another's, there is no such page.</summary>
internal abstract class AccountPage(AccountFiles files) : SupportPage
{
    /// <summary>The account, masked.</summary>
    public AccountFile Account { get; private set; } = null!; // Set before a handler runs.

    /// <summary>The look, from the route alone.</summary>
    public Guid Look => Guid.TryParse(RouteData.Values["look"] as string, out var look) ? look : Guid.Empty;

    protected AccountFiles Files => files;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await files.OpenAsync(Own, Look, Aborted) is { } file)
            Account = file;
        if (Account is not null && await IsThereAsync())
            await next();
        else
            context.Result = new ErrorResult(ErrorView.NotFound);
    }

    /// <summary>Fetches what a page needs beside the account.</summary>
    /// <returns>False where there is no such page.</returns>
    protected virtual Task<bool> IsThereAsync() => Task.FromResult(true);
}
