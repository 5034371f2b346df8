using Identity.BrowserTests.Running;

namespace Identity.BrowserTests.Journeys;

/// <summary>The first steps of creating an account, which every newcomer takes.</summary>
internal static class CreateSteps
{
    public static async Task EnterEmailAsync(this Visitor visitor, string email)
    {
        await visitor.SeeAsync("What is your email address?");
        await visitor.CheckAsync();
        await visitor.FillAsync("What is your email address?", email);
        await visitor.ClickButtonAsync("Continue");
    }

    public static async Task EnterCodeAsync(this Visitor visitor, string code)
    {
        await visitor.SeeAsync("Check your email");
        await visitor.CheckAsync();
        await visitor.FillAsync("6-digit code", code);
        await visitor.ClickButtonAsync("Continue");
    }
}
