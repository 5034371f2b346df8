using Identity.Web.Components;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Components;

public sealed class BoxTests
{
    private readonly Rendering _page = new();

    [Fact]
    public async Task A_box_has_a_label_and_says_what_helps()
    {
        string html = await EmailAsync();
        Assert.Contains("<label class=\"govuk-label\" for=\"Email\">Email address</label>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Email-hint\">Like name@example.com</div>", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Email-hint\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-invalid", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_stands_by_its_box_which_keeps_what_was_typed()
    {
        _page.Refuse("Email", "Enter <your> email address", "alice\"@");
        string html = await EmailAsync();
        Assert.Contains("govuk-form-group--error", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"govuk-visually-hidden\">Error:</span> Enter &lt;your&gt; email address</p>", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Email-hint Email-error\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"alice&quot;@\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        _page.Refuse("Password", "Wrong", "violet-kettle-harbour");
        string html = await _page.WriteAsync("id-password", new PasswordTagHelper(Words.Text)
        {
            For = _page.For("Password", "violet-kettle-harbour"),
            Label = Words.Text["common.password.show"],
            ViewContext = _page.View,
        });
        Assert.DoesNotContain("violet", html, StringComparison.Ordinal);
        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", html, StringComparison.Ordinal);
        Assert.Contains("hidden=\"\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_text_that_a_phone_fills_in_and_shows_figures_for()
    {
        string html = await _page.WriteAsync("id-code", new CodeTagHelper(Words.Text)
        {
            For = _page.For("Code"),
            Label = Words.Text["common.date.day"],
            ViewContext = _page.View,
        });
        Assert.Contains("autocomplete=\"one-time-code\"", html, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"numeric\"", html, StringComparison.Ordinal);
        Assert.Contains("type=\"text\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_lines_are_kept_as_they_were_typed()
    {
        _page.Refuse("Address", "Enter your address", "<1> High Street\nCardiff");
        string html = await _page.WriteAsync("id-textarea", new TextareaTagHelper(Words.Text)
        {
            For = _page.For("Address"),
            Label = Message.Verbatim("Address"),
            Autocomplete = "street-address",
            ViewContext = _page.View,
        });
        Assert.Contains("<label class=\"govuk-label\" for=\"Address\">Address</label>", html, StringComparison.Ordinal);
        Assert.Matches("<textarea[^>]* autocomplete=\"street-address\"", html);
        Assert.Matches("<textarea[^>]* aria-describedby=\"Address-error\"", html);
        Assert.Matches("&lt;1&gt; High Street(\n|&#xA;)Cardiff</textarea>", html);
    }

    [Fact]
    public async Task A_question_that_is_the_heading_is_the_title_too()
    {
        string html = await EmailAsync(heading: true);
        Assert.Contains("<h1 class=\"govuk-label-wrapper\"><label", html, StringComparison.Ordinal);
        Assert.Equal("Email address", PageFrame.Of(_page.View.HttpContext).Title?.ToString());
    }

    private Task<string> EmailAsync(bool heading = false) => _page.WriteAsync("id-input", new InputTagHelper(Words.Text)
    {
        For = _page.For("Email"),
        Label = Message.Verbatim("Email address"),
        Hint = Message.Verbatim("Like name@example.com"),
        Type = "email",
        Autocomplete = "username webauthn",
        Heading = heading,
        ViewContext = _page.View,
    });
}
