namespace Identity.Domain.Verification;

/// <summary>How people prove who they are. Section <c>Verification</c>.</summary>
public sealed class VerificationOptions
{
    /// <summary>File that says what makes a level; empty means the one that came with the program.</summary>
    public string LevelsFile { get; set; } = "";

    /// <summary>File that says which level a claim takes; empty means the one that came with the program.</summary>
    public string ClaimsFile { get; set; } = "";

    /// <summary>How long a verification can be left and taken up again.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long one call to a verifier may take.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Verifications by one verifier that one account may begin within a day.</summary>
    public int MostADay { get; set; } = 5;

    /// <summary>How many days before their proof runs out people are told, with a space between two.</summary>
    public string RemindDaysBefore { get; set; } = "30 7";

    /// <summary>Faults of a verifier, one after another, after which it rests.</summary>
    public int FaultsBeforeRest { get; set; } = 3;

    /// <summary>How long it then rests.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the code works that takes a verification to another device.</summary>
    public TimeSpan HandoffLife { get; set; } = TimeSpan.FromMinutes(10);
}
