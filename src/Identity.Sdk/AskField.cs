namespace Identity.Sdk;

/// <summary>Something that a person is asked.</summary>
/// <param name="Name">By which it is answered: a-z, 0-9, hyphens and underscores.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Label">Key of its label.</param>
public sealed record AskField(string Name, FieldKind Kind, string Label)
{
    /// <summary>By which it is answered.</summary>
    public string Name { get; } = SdkLimits.Check(Name, SdkLimits.Name, nameof(Name));

    /// <summary>Key of a hint below the label.</summary>
    public string? Hint { get; init; }

    /// <summary>The HTML autocomplete value by which a browser fills it in (WCAG 2.2 §1.3.5), such as <c>family-name</c>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>The most characters; more are refused before the verifier sees them.</summary>
    public int Maximum { get; init => field = value is > 0 and <= SdkLimits.Value ? value : throw new ArgumentOutOfRangeException(nameof(Maximum)); } = 200;

    /// <summary>Whether it may be left empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether it is hidden while typed, never shown again and never kept.</summary>
    public bool Sensitive { get; init; }

    /// <summary>What it holds at first.</summary>
    public string? Value { get; init; }

    /// <summary>What a <see cref="FieldKind.Choice"/> offers.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init => field = SdkLimits.Check(value, SdkLimits.Choices, nameof(Choices)); } = [];
}

/// <summary>One of several answers.</summary>
/// <param name="Value">What the verifier is told.</param>
/// <param name="Label">Key of what the person reads.</param>
public sealed record FieldChoice(string Value, string Label);

/// <summary>What a field looks like, and what form its answer has.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Day, month and year. The answer is <c>YYYY-MM-DD</c>; what is no date is refused before the verifier sees it.</summary>
    Date,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>A code somebody was given: shown in monospace; spaces and hyphens are dropped and letters made capitals.</summary>
    Code,

    /// <summary>Several lines.</summary>
    Address,

    /// <summary>Yes when ticked. The answer is <c>true</c>, or empty.</summary>
    Checkbox,
}
