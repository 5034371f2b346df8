using System.Text.Json.Serialization;

namespace Identity.Web.Themes;

/// <summary>What <c>theme.json</c> says.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ThemeFile
{
    /// <summary>The name of the service, by locale.</summary>
    public required Dictionary<string, string> Name { get; init; }

    public required string Logo { get; init; }

    public required Contact Contact { get; init; }

    /// <summary><c>AA</c> or <c>AAA</c>: how clearly one colour must stand on another.</summary>
    public string Contrast { get; init; } = AA;

    public const string AA = "AA";
    public const string AAA = "AAA";
}

/// <summary>How a person reaches people.</summary>
/// <param name="Phone">As it is read aloud.</param>
/// <param name="TextRelay">The same number for people who type instead of speaking.</param>
/// <param name="Email">An address that is read.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Contact(string Phone, string TextRelay, string Email);
