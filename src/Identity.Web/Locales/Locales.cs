using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Identity.Protocol;
using Identity.Protocol.Interaction;
using Identity.Web.Hosting;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Identity.Web.Locales;

/// <summary>
/// The door of the room that holds every word. Messages come from JSON files by locale, a theme may
/// override them, and a key that is missing anywhere stops the start.
/// </summary>
public static class Locales
{
    /// <summary>Registers <see cref="Text"/> and the choice of a language. A <c>Catalogue</c> comes from the theme.</summary>
    public static IServiceCollection AddLocales(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LocaleOptions>().Bind(configuration.GetSection("Locales")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LocaleOptions>, CheckLocaleOptions>();
        services.AddSingleton(provider => new Text(
            provider.GetRequiredService<Catalogue>(), provider.GetRequiredService<IOptions<LocaleOptions>>(),
            IssuerPath.Of(provider.GetRequiredService<IOptions<ProtocolOptions>>().Value.Issuer) + "/",
            provider.GetService<Func<Catalogue>>()));
        // Pages are UTF-8: a letter of any language is written as itself.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<LocaleSwitch>();
        services.AddSingleton<RequestLocale>();
        services.AddSingleton<ChosenLanguage>();
        services.AddHostedService<ReviewReminder>();
        services.AddOptions<InteractionLanguages>().Configure<Catalogue, RequestLocale>((languages, catalogue, chosen) =>
            (languages.Spoken, languages.Keep) = (catalogue.Locales, chosen.Keep));
        services.AddOptions<RequestLocalizationOptions>().Configure<Catalogue, RequestLocale, IOptions<LocaleOptions>>(Localize);
        services.AddOptions<MvcDataAnnotationsLocalizationOptions>().PostConfigure<Text>((options, text) =>
            options.DataAnnotationLocalizerProvider = (_, _) => new TextLocalizer(text));
        services.AddOptions<MvcOptions>().Configure<Text>(ProblemsOfBinding);
        return services;
    }

    /// <summary>Sets the language of each request. Comes before everything that writes words.</summary>
    public static IApplicationBuilder UseLocales(this IApplicationBuilder app) => app
        .Use((context, next) =>
        {
            LocaleSwitch.RememberAddress(context);
            return next(context);
        })
        .UseRequestLocalization();

    private static void Localize(
        RequestLocalizationOptions request, Catalogue catalogue, RequestLocale chosen, IOptions<LocaleOptions> options)
    {
        request.DefaultRequestCulture = new RequestCulture(options.Value.Default);
        request.SupportedCultures = request.SupportedUICultures =
            [.. catalogue.Locales.Select(CultureInfo.GetCultureInfo)];
        request.RequestCultureProviders = [chosen];
        request.ApplyCurrentCultureToResponseHeaders = true;
    }

    private static void ProblemsOfBinding(MvcOptions options, Text text)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable());
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable());
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable());
        messages.SetValueIsInvalidAccessor(_ => Unreadable());
        messages.SetValueMustBeANumberAccessor(_ => Unreadable());
        messages.SetValueMustNotBeNullAccessor(_ => Unreadable());
        messages.SetMissingBindRequiredValueAccessor(_ => Unreadable());

        string Unreadable() => text["common.unreadable"].ToString();
    }
}
