using System.Text.RegularExpressions;

namespace Identity.Tests.Web.Pages;

/// <summary>A page is made of our tags and of plain elements; how they look is not its business.</summary>
public sealed partial class PageShapeTests
{
    private static readonly string[] Plain = ["p", "partial", "ul", "ol", "li", "h2", "a", "strong", "article"];

    public static TheoryData<string> Pages =>
        [.. Repository.Files("src/Identity.Web/Pages", "*.cshtml").Concat(Repository.Files("src/Identity.Web/Areas", "*.cshtml"))
            .Where(file => !Path.GetFileName(file).StartsWith('_'))
            .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_only_our_tags_and_plain_elements(string page) =>
        Assert.Empty(Element().Matches(Read(page)).Select(match => match.Groups["name"].Value)
            .Where(name => !name.StartsWith("id-", StringComparison.Ordinal)).Except(Plain));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_holds_no_style_and_no_script(string page) =>
        Assert.DoesNotMatch("""\s(class|style|on\w+)=["']|javascript:""", Read(page));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_one_heading(string page) =>
        Assert.Single(Heading().Matches(Read(page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_does_no_more_than_show(string page) =>
        Assert.DoesNotMatch(@"@\{|@functions|@inject", Read(page));

    private static string Read(string page) => File.ReadAllText(Repository.At(page));

    [GeneratedRegex(@"<(?<name>[a-z][a-z0-9-]*)[\s>/]")]
    private static partial Regex Element();

    [GeneratedRegex(@"<id-heading\b|<id-panel\b|<id-(?:input|password|code|radios|checkboxes|date) [^>]*\bheading\b")]
    private static partial Regex Heading();
}
