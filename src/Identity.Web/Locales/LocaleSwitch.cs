using Microsoft.AspNetCore.Http.Extensions;

namespace Identity.Web.Locales;

/// <summary>The languages a page can be read in, each with the address of this page in it.</summary>
internal sealed class LocaleSwitch(Catalogue catalogue, Text text)
{
    internal sealed record Choice(string Locale, Message Name, Message Change, string Address, bool Current);

    private sealed record Place(string Path, IQueryCollection Query)
    {
        public static Place Of(HttpRequest request) => new((request.PathBase + request.Path).ToUriComponent(), request.Query);
    }

    /// <summary>Remembers the address as the browser knows it: the page of an error is shown in place of another.</summary>
    public static void RememberAddress(HttpContext context) => context.Items.TryAdd(typeof(LocaleSwitch), Place.Of(context.Request));

    /// <summary>Empty when there is nothing to choose.</summary>
    public IReadOnlyList<Choice> Choices(HttpContext context)
    {
        var here = Here(context);
        return catalogue.Locales.Count < 2 ? [] : [.. catalogue.Locales
            .Select(locale => new Choice(
                locale,
                text.Say(locale, "locale.name"),
                text.Say(locale, "locale.change"),
                Address(here, locale),
                locale == text.Locale))];
    }

    // The page of an error stands at the address that was asked for, and repeats nothing else of what was sent there.
    private static Place Here(HttpContext context) =>
        (context.Items[typeof(LocaleSwitch)] as Place, Place.Of(context.Request)) switch
        {
            ({ } asked, var shown) when asked.Path != shown.Path => asked with { Query = QueryCollection.Empty },
            (_, var shown) => shown,
        };

    private static string Address(Place here, string locale) =>
        here.Path + new QueryBuilder(here.Query.Where(part => part.Key != RequestLocale.Choice)) { { RequestLocale.Choice, locale } }.ToQueryString();
}
