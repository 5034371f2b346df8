using Identity.Domain.Notifications.Senders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Identity.Tests.Domain.Notifications.Senders;

public sealed class MailOptionsTests
{
    [Fact]
    public void Only_Development_does_without_a_server()
    {
        Assert.True(In(Environments.Development).Validate(null, new()).Succeeded);
        Assert.StartsWith("Mail:Host is empty.", Assert.Single(In(Environments.Production).Validate(null, new()).Failures ?? []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_and_an_address_are_enough()
    {
        Assert.True(In(Environments.Production).Validate(null, new() { Host = "mail.example.org", FromAddress = "no-reply@example.org" }).Succeeded);
    }

    [Fact]
    public void A_password_goes_to_no_server_in_clear()
    {
        var result = In(Environments.Production).Validate(null, new()
        {
            Host = "mail.example.org",
            FromAddress = "us",
            UserName = "us",
            Password = "secret",
            Security = MailSecurity.None,
        });

        Assert.Equal(
            [
                "Mail:FromAddress is 'us'. Write the address that mail comes from, such as no-reply@example.org.",
                "Mail:Security is None. A password goes to no server in clear: write StartTls or Tls.",
            ],
            result.Failures);
    }

    private static MailOptionsValidator In(string environment) => new(new HostingEnvironment { EnvironmentName = environment });
}
