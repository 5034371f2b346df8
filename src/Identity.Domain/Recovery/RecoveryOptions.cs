namespace Identity.Domain.Recovery;

/// <summary>How somebody gets back into an account. Section <c>Recovery</c>.</summary>
public sealed class RecoveryOptions
{
    /// <summary>The wait in which every known channel is told and can cancel.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long after it is ready a recovery can be completed.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Recoveries that wait which one account may begin within a day.</summary>
    public int MostADay { get; set; } = 5;

    /// <summary>How long somebody who got back in may change how they sign in without showing more.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(30);
}
