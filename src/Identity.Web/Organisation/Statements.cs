using Identity.Web.Locales;

namespace Identity.Web.Organisation;

/// <summary>The facts of an organisation in words, for the pages that state them.</summary>
internal static class Statements
{
    /// <summary>Its name, or that of the service as long as it has given none.</summary>
    public static string NameOr(this OrganisationOptions options, Text text) =>
        options.Name.Length > 0 ? options.Name : text["brand.name"].ToString();

    /// <summary>When it last read the page through; that it has not, as long as no day is given.</summary>
    public static Message ReviewedOn(this OrganisationOptions options, Text text) =>
        OrganisationOptionsValidator.Day(options.Reviewed) is { } day
            ? text["organisation.reviewed", ("date", text.Date(day))]
            : text["organisation.notReviewed"];

    /// <summary>A name that leads to its page, when there is one.</summary>
    public static object Link(this Text text, string name, string url) =>
        url.Length > 0 ? text["organisation.link", ("name", name), ("address", url)] : name;
}
