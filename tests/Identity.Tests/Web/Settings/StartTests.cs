namespace Identity.Tests.Web.Settings;

/// <summary>The program itself, as an operator starts it.</summary>
public sealed class StartTests
{
    private static readonly string[] Faulty =
    [
        "--Protocol:Issuer=http://identity.example", "--Storage:Provider=Oracle", "--Storage:Pth=somewhere", "--Sessions:Idle=soon",
        "--Limits:FreeAttempts=0", "--Limits:DangerLiftOnLoopback=true", "--Themes:Name=nowhere", "--Locales:TimeZone=Atlantis",
    ];

    private static readonly string[] Sound = ["--environment=Development"];

    [Theory]
    [InlineData]
    [InlineData("check-config")]
    public async Task Every_fault_is_told_at_once_with_its_key_what_was_found_and_what_to_write(params string[] verb)
    {
        var (exit, output, error) = await Program.RunAsync([.. verb, .. Faulty]);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Equal(
        [
            "Storage:Pth is set, and no such setting exists. Write Storage:Path, or leave it out.",
            "Protocol:Issuer is 'http://identity.example/'. Use https; http is for loopback outside Production.",
            "Storage:Provider is 'Oracle'. Write Sqlite or Postgres.",
            "Keys:CertificatePath and Keys:FilePath are empty. Production needs a PFX file or a key file outside the database, so that a stolen backup opens nothing.",
            "Sessions:Idle is 'soon'. Write a time such as 00:10:00, or 2.00:00:00 for two days.",
            "Limits:DangerLiftOnLoopback is true. Remove it: nothing lifts the limits in Production.",
            "Limits:FreeAttempts is 0. Set it between 1 and 100.",
            "Mail:Host is empty. Name the SMTP server: only Development keeps mail for the mailbox page, and this is Production.",
            "Locales:TimeZone is 'Atlantis'; name a zone of the IANA list, such as Europe/London",
        ], error);
    }

    [Fact]
    public async Task A_theme_that_cannot_be_worn_is_told_once_all_else_holds()
    {
        var (exit, _, error) = await Program.RunAsync(["check-config", .. Sound, "--Themes:Name=nowhere"]);

        Assert.Equal(1, exit);
        Assert.Contains(error, line => line.Contains("theme.json: there is no such file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_its_password_does_not_open_is_a_fault()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Identity.Web.dll");

        var (exit, _, error) = await Program.RunAsync(["check-config", .. Sound, $"--Keys:CertificatePath={file}"]);

        Assert.Equal(1, exit);
        Assert.StartsWith($"Keys:CertificatePath names '{file}', which Keys:CertificatePassword does not open", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_hold_are_said_to()
    {
        var (exit, output, error) = await Program.RunAsync(["check-config", .. Sound]);

        Assert.Equal((0, "The settings hold for Development."), (exit, output[0]));
        Assert.Empty(error);
    }

    [Fact]
    public async Task A_verb_that_is_none_lists_those_that_are()
    {
        var (exit, _, error) = await Program.RunAsync(["chek-config", .. Sound]);

        Assert.Equal(2, exit);
        Assert.Contains("check-config", Assert.Single(error), StringComparison.Ordinal);
    }
}
