namespace Identity.Tests.Web.Locales;

public sealed class PageTextTests
{
    public static TheoryData<string> Pages =>
        [.. Repository.Files("src/Identity.Web", "*.cshtml").Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_holds_no_words_of_its_own(string page) =>
        Assert.Empty(PageText.Literals(File.ReadAllText(Repository.At(page))));

    [Theory]
    [InlineData("<p>Sign in</p>", true)]
    [InlineData("<img alt=\"A logo\">", true)]
    [InlineData("<p>@T[\"signIn.title\", (\"app\", Model.Name(1))] now</p>", true)]
    [InlineData("<p>@T[\"signIn.title\", (\"app\", Model.Name(1))]</p>", false)]
    [InlineData("<id-input for=\"Email\" label=\"T[\"a.b\"]\" />", false)]
    [InlineData("@page \"/sign-in\"\n@if (x)\n{\n<br>\n}\nelse\n{\n}", false)]
    public void A_word_of_a_page_is_seen(string cshtml, bool seen) =>
        Assert.Equal(seen, PageText.Literals(cshtml).Any());
}
