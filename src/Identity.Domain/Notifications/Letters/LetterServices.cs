using Identity.Domain.Notifications.Senders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Letters;

/// <summary>Letters, laid down ready to print. Not here: printing and posting them.</summary>
internal static class LetterServices
{
    public static void AddLetters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LetterOptions>().Bind(configuration.GetSection("Letters")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LetterOptions>, LetterOptionsValidator>();
        services.AddSingleton<LetterFonts>();
        services.AddSingleton<LetterPdf>();
        if (string.IsNullOrWhiteSpace(configuration["Letters:Folder"]))
            services.AddMailbox(MessageChannel.Letter);
        else
            services.AddSingleton<IMessageSender, LetterSender>();
    }
}
