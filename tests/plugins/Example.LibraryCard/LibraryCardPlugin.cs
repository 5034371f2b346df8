using Identity.Sdk;

namespace Example.LibraryCard;

/// <summary>A worked example: a library vouches for whoever knows the number and the PIN of a card, within three tries.</summary>
public sealed class LibraryCardPlugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings)
    {
        var library = settings.Required("Library");
        var tries = settings.Number("Tries", otherwise: 3, least: 1, most: 10);
        var cards = settings.Section("Cards");
        var known = settings.Names("Cards").ToDictionary(number => number, number => Card.Read(cards.Section(number)));
        return settings.HasFaults ? [] : [new LibraryCardVerifier(ports, library, tries, known)];
    }
}

/// <summary>A card that the library gave out. A real verifier would ask the library, by <see cref="IVerifierPorts.Http"/>.</summary>
internal sealed record Card(string Pin, string GivenName, string FamilyName, string BirthDate)
{
    public static Card Read(VerifierSettings settings) =>
        new(settings.Required("Pin"), settings.Required("GivenName"), settings.Required("FamilyName"), settings.Required("BirthDate"));
}
