using System.Text.Encodings.Web;
using System.Text.Unicode;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Locales;

public sealed class MessageTests
{
    [Theory]
    [InlineData("Hello {name}", "Hello &lt;b&gt;Bob&lt;/b&gt;", "Hello <b>Bob</b>")]
    [InlineData("We wrote to **{name}**.", "We wrote to <strong>&lt;b&gt;Bob&lt;/b&gt;</strong>.", "We wrote to <b>Bob</b>.")]
    [InlineData("[Create one](way), {name}", "<a href=\"/create?a=1&amp;b=2\">Create one</a>, &lt;b&gt;Bob&lt;/b&gt;", "Create one, <b>Bob</b>")]
    [InlineData("[**Go** on](way) {name}", "<a href=\"/create?a=1&amp;b=2\"><strong>Go</strong> on</a> &lt;b&gt;Bob&lt;/b&gt;", "Go on <b>Bob</b>")]
    [InlineData("1 < 2 & 3 {name}", "1 &lt; 2 &amp; 3 &lt;b&gt;Bob&lt;/b&gt;", "1 < 2 & 3 <b>Bob</b>")]
    public void A_value_is_encoded_in_a_page_and_plain_in_a_title(string source, string page, string title)
    {
        var message = new Message(Pattern.Parse(source), new Dictionary<string, object> { ["name"] = "<b>Bob</b>", ["way"] = "/create?a=1&b=2" });
        Assert.Equal(page, Html(message));
        Assert.Equal(title, message.ToString());
    }

    [Fact]
    public void A_value_that_looks_like_a_message_stays_a_value()
    {
        var message = new Message(Pattern.Parse("{name}"), new Dictionary<string, object> { ["name"] = "**{other}** [x](y)" });
        Assert.Equal("**{other}** [x](y)", Html(message));
    }

    [Fact]
    public void A_message_may_stand_inside_another()
    {
        var inner = new Message(Pattern.Parse("**now**"), new Dictionary<string, object>());
        Assert.Equal("Do it <strong>now</strong>", Html(new Message(Pattern.Parse("Do it {when}"), new Dictionary<string, object> { ["when"] = inner })));
    }

    [Theory]
    [InlineData("محمد")]
    [InlineData("משה")]
    [InlineData("123 محمد")]
    [InlineData("\U0001E900\U0001E901")]
    public void A_value_that_runs_from_right_to_left_is_set_apart(string name)
    {
        var message = new Message(Pattern.Parse("Continue as **{name}**?"), new Dictionary<string, object> { ["name"] = name });
        Assert.Equal($"Continue as <strong><bdi>{name}</bdi></strong>?", Html(message, HtmlEncoder.Create(UnicodeRanges.All)).Replace("&#x1E900;&#x1E901;", name, StringComparison.Ordinal));
        Assert.Equal($"Continue as \u2068{name}\u2069?", message.ToString());
        Assert.Equal($"\u2068{name}\u2069", Message.Verbatim(name).ToString());
    }

    [Theory]
    [InlineData("王小明")]
    [InlineData("Ελένη")]
    [InlineData("Nguyễn Thị Ánh")]
    public void A_value_that_runs_from_left_to_right_stands_as_it_is(string name) =>
        Assert.Equal(name, Html(Message.Verbatim(name), HtmlEncoder.Create(UnicodeRanges.All)));

    [Theory]
    [InlineData("Hello {name")]
    [InlineData("Hello **name")]
    [InlineData("[Create(way)")]
    [InlineData("[Create](way")]
    [InlineData("{}")]
    [InlineData("{first name}")]
    public void A_mark_left_open_is_a_fault(string source) => Assert.Throws<FormatException>(() => Pattern.Parse(source));

    [Fact]
    public void A_pattern_knows_its_names() =>
        Assert.Equal(["a", "b", "c"], Pattern.Parse("{b} **{a}** [{b}](c)").Names);

    private static string Html(Message message, HtmlEncoder? encoder = null)
    {
        using var writer = new StringWriter();
        message.WriteTo(writer, encoder ?? HtmlEncoder.Default);
        return writer.ToString();
    }
}
