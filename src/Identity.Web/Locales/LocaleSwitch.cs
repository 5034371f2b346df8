using Microsoft.AspNetCore.Http.Extensions;

namespace Identity.Web.Locales;

/// <summary>The languages a page can be read in, each with the address of this page in it.</summary>
internal sealed class LocaleSwitch(Catalogue catalogue, Text text)
{
    internal sealed record Choice(string Locale, Message Name, Message Change, string Address, bool Current);

    /// <summary>Empty when there is nothing to choose.</summary>
    public IReadOnlyList<Choice> Choices(HttpRequest request) => catalogue.Locales.Count < 2 ? [] : [.. catalogue.Locales
        .Select(locale => new Choice(
            locale,
            text.Say(locale, "locale.name"),
            text.Say(locale, "locale.change"),
            Address(request, locale),
            locale == text.Locale))];

    private static string Address(HttpRequest request, string locale)
    {
        var query = new QueryBuilder(request.Query.Where(part => part.Key != RequestLocale.Parameter))
        {
            { RequestLocale.Parameter, locale },
        };
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
