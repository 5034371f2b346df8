using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Identity.Domain.Notifications.Senders;

internal sealed class MailOptionsValidator(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            if (!environment.IsDevelopment())
                yield return $"Mail:Host is empty. Name the SMTP server: only Development keeps mail for the mailbox page, and this is {environment.EnvironmentName}.";
            yield break;
        }
        if (options.Port is < 1 or > 65_535)
            yield return $"Mail:Port is {options.Port}. Write a number from 1 to 65535.";
        if (!Enum.IsDefined(options.Security))
            yield return $"Mail:Security is '{options.Security}'. Write StartTls, Tls or None.";
        if (!MailboxAddress.TryParse(options.FromAddress, out var from) || from.Domain.Length == 0)
            yield return $"Mail:FromAddress is '{options.FromAddress}'. Write the address that mail comes from, such as no-reply@example.org.";
        if (options.UserName.Length > 0 && options.Password.Length == 0)
            yield return "Mail:Password is empty. A Mail:UserName needs one; leave both empty for a server that asks nobody.";
        if (options.UserName.Length > 0 && options.Security is MailSecurity.None)
            yield return "Mail:Security is None. A password goes to no server in clear: write StartTls or Tls.";
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromMinutes(2))
            yield return $"Mail:Timeout is {options.Timeout}. Write a time above zero and up to two minutes.";
    }
}
