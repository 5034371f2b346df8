using Identity.Domain.Notifications.Senders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Gateway;

/// <summary>
/// Text messages and telephone calls by way of a public notification service: a JSON request for each, and receipts that come
/// back to us later. Not here: the words, and what is done about a number that cannot be reached.
/// </summary>
internal static class GatewayServices
{
    public static void AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TextOptions>().Bind(configuration.GetSection("Texts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TextOptions>, TextOptionsValidator>();
        if (string.IsNullOrWhiteSpace(configuration["Texts:Address"]))
        {
            services.AddMailbox(MessageChannel.Text);
            services.AddMailbox(MessageChannel.Voice);
            return;
        }

        services.AddSingleton<GatewayClient>();
        services.AddSingleton<IMessageSender>(provider => ActivatorUtilities.CreateInstance<GatewaySender>(provider, MessageChannel.Text));
        services.AddSingleton<IMessageSender>(provider => ActivatorUtilities.CreateInstance<GatewaySender>(provider, MessageChannel.Voice));
    }
}
