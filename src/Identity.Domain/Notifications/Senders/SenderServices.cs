using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Senders;

/// <summary>What the outbox hands messages to: an SMTP server where one is named, the mailbox page of Development otherwise.</summary>
public static class SenderServices
{
    /// <summary>Adds the sender that the section <c>Mail</c> names, and <see cref="Mailbox"/>.</summary>
    public static IServiceCollection AddSenders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<Mailbox>();
        services.AddSingleton(new Expiry(Mailbox.Prune, TimeSpan.FromDays(7)));
        if (string.IsNullOrWhiteSpace(configuration["Mail:Host"]))
            services.AddSingleton<IMessageSender, MailboxSender>();
        else
            services.AddSingleton<IMessageSender, SmtpSender>();
        return services;
    }
}
