namespace Identity.Domain.Accounts;

/// <summary>What a citizen typed where their name was asked for.</summary>
public abstract record PersonNameReading
{
    private PersonNameReading() { }

    /// <summary>A name.</summary>
    public sealed record Read(PersonName Name) : PersonNameReading;

    /// <summary>Both fields are empty.</summary>
    public sealed record Empty : PersonNameReading;

    /// <summary>What is amiss with each field, null where nothing is.</summary>
    public sealed record Refused(NameFault? Given, NameFault? Family) : PersonNameReading;
}

/// <summary>Why one field of a name is refused.</summary>
public enum NameFault
{
    /// <summary>It has more than <see cref="PersonName.MostCharacters"/> characters.</summary>
    TooLong,

    /// <summary>It has no letter, or signs that no name has.</summary>
    NotAName,
}
