using System.Diagnostics.CodeAnalysis;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Ends a ceremony from deep within; the door of each ceremony turns it into an answer.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It has one cause, which is its error.")]
internal sealed class WebAuthnException(WebAuthnError error) : Exception(error.ToString())
{
    public WebAuthnError Error { get; } = error;

    public static WebAuthnException Malformed() => new(WebAuthnError.Malformed);

    public static void Unless([DoesNotReturnIf(false)] bool holds, WebAuthnError error)
    {
        if (!holds)
            throw new WebAuthnException(error);
    }
}
