using Identity.Domain.Sessions.Trust;
using Identity.Web.Locales;

namespace Identity.Web.Pages.SignIn;

/// <summary>Why somebody who is signed in is asked to show once more that it is they.</summary>
/// <param name="Application">The application that asks; null when it is for a change of their own.</param>
/// <param name="Purpose">Its reason, in its own words.</param>
/// <param name="SecondStep">Whether they are still signing in, which explains itself.</param>
internal sealed record ConfirmReason(string? Application, string? Purpose, bool SecondStep)
{
    public static ConfirmReason None { get; } = new(null, null, SecondStep: true);

    public static ConfirmReason Of(ConfirmStep.Found found)
    {
        var client = found.Interaction.Client;
        return found.Session is null ? None : new(client?.ClientName, client?.Consent.Acr.GetValueOrDefault(Acr.Of(found.Need.Trust)), SecondStep: false);
    }

    public Message? Words(Text text) => this switch
    {
        { SecondStep: true } => null,
        { Application: { } name } => text["confirm.forApplication", ("app", name)],
        _ => text["confirm.forChange"],
    };
}
