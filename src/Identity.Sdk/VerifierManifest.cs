using System.Text.RegularExpressions;

namespace Identity.Sdk;

/// <summary>
/// What a verifier says of itself. The server holds it to that: evidence beyond <see cref="Gives"/> or
/// <see cref="Claims"/> is refused, and the verifier is offered to nobody until an operator has looked at it.
/// </summary>
public sealed partial record VerifierManifest
{
    /// <summary>Its name: a-z, 0-9 and hyphens, beginning with a letter. It stays the same for ever, since evidence bears it.</summary>
    /// <exception cref="ArgumentException">It is something else, or longer than <see cref="SdkLimits.Name"/>.</exception>
    public required string Name
    {
        get;
        init => field = NamePattern().IsMatch(SdkLimits.Check(value, SdkLimits.Name, nameof(Name)))
            ? value
            : throw new ArgumentException($"The name '{value}' is not made of a-z, 0-9 and hyphens, with a letter first.", nameof(Name));
    }

    /// <summary>The version of the contract it was made for. Leave it out: the compiler fills it in.</summary>
    public int Sdk { get; init; } = SdkVersion.Current;

    /// <summary>The kinds of evidence it can give, each with the highest scores. People are promised one of them by one verification.</summary>
    public required IReadOnlyList<EvidenceOffer> Gives { get; init; }

    /// <summary>The checks it can make; see <see cref="CheckMethods"/>.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The claims it can vouch for, by their OpenID Connect names; see <see cref="ClaimNames"/>.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The details it has to be told, by the same names. The person sees them and agrees before it begins.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>
    /// Of <see cref="Needs"/>, those that are handed over as evidence of other verifiers on record vouches for them, and not at all
    /// when none does: never as the person says. Since version 2.
    /// </summary>
    public IReadOnlyList<string> NeedsVouched { get; init; } = [];

    /// <summary>How many minutes of a person's own time it usually takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>How long the outcome may then take, such as days for a letter. Zero when it is known at once.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>What a person needs to have at hand; see <see cref="ThingNames"/>. A name of its own needs a text <c>thing-{name}</c>.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>Whether a browser must run script for it.</summary>
    public bool NeedsScript { get; init; }

    /// <summary>Whether it needs a camera.</summary>
    public bool NeedsCamera { get; init; }

    /// <summary>Whether a person has to go somewhere.</summary>
    public bool NeedsTravel { get; init; }

    /// <summary>Whether it proves nothing and is for trying things out. Production refuses to start with one.</summary>
    public bool Simulated { get; init; }

    /// <summary>
    /// Every text that it shows: by language (<c>en</c>, <c>cy</c>), then by key. <see cref="TextKeys.Title"/> and
    /// <see cref="TextKeys.Summary"/> have to be there; a language that lacks a key borrows it from English, which has to have
    /// all. Text is plain; <c>{name}</c> stands for a value shown.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>One of its texts, in a language or in English.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="key">The key.</param>
    /// <param name="values">What fills its placeholders.</param>
    /// <returns>Empty when there is none by that key.</returns>
    public string Text(string locale, string key, IReadOnlyDictionary<string, string>? values = null)
    {
        var text = Texts.GetValueOrDefault(locale)?.GetValueOrDefault(key) ?? Texts.GetValueOrDefault("en")?.GetValueOrDefault(key) ?? "";
        return (values ?? new Dictionary<string, string>()).Aggregate(text, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex NamePattern();
}
