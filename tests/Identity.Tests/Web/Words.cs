using Identity.Web.Locales;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Web;

/// <summary>The shipped English words, without a host.</summary>
internal static class Words
{
    public static Catalogue Catalogue { get; } = Read();

    public static Text Text { get; } = new(Catalogue, Options.Create(new LocaleOptions()));

    private static Catalogue Read()
    {
        List<string> faults = [];
        var catalogue = CatalogueReader.Shipped("en", faults).Finish();
        Assert.Empty(faults);
        return catalogue;
    }
}
