using Identity.Domain.Notifications.Gateway;
using Identity.Domain.Notifications.Letters;
using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Senders;

/// <summary>
/// What the outbox hands messages to: an SMTP server, a gateway for texts and calls, a folder for letters, each where it is
/// named. Where it is not, Development keeps them for the mailbox page, and elsewhere nobody is offered that channel.
/// </summary>
public static class SenderServices
{
    /// <summary>Adds the senders that the sections <c>Mail</c>, <c>Texts</c> and <c>Letters</c> name, and <see cref="Mailbox"/>.</summary>
    public static IServiceCollection AddSenders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<Mailbox>();
        services.AddSingleton(new Expiry(Mailbox.Prune, TimeSpan.FromDays(7)));
        if (string.IsNullOrWhiteSpace(configuration["Mail:Host"]))
            services.AddMailbox(MessageChannel.Email);
        else
            services.AddSingleton<IMessageSender, SmtpSender>();
        services.AddGateway(configuration);
        services.AddLetters(configuration);
        return services;
    }

    internal static void AddMailbox(this IServiceCollection services, MessageChannel channel) =>
        services.AddSingleton<IMessageSender>(provider => ActivatorUtilities.CreateInstance<MailboxSender>(provider, channel));
}
