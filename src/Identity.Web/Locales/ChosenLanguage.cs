using Identity.Domain.Accounts;

namespace Identity.Web.Locales;

/// <summary>Carries the language a person chose on this browser over to their account, when they sign in to it.</summary>
internal sealed class ChosenLanguage(RequestLocale requests, AccountStore accounts)
{
    /// <summary>What an application or the browser wishes for is not the person's word, and changes nothing.</summary>
    public Task RememberAsync(HttpContext context, Guid account) => requests.Chosen(context) is { } locale
        ? accounts.SpeakAsync(account, locale, context.RequestAborted)
        : Task.CompletedTask;
}
