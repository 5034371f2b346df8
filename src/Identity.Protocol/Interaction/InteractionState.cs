namespace Identity.Protocol.Interaction;

/// <summary>What is remembered of an authorization request while a person answers its questions.</summary>
public sealed record InteractionState
{
    /// <summary>The request's parameters.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Whether the client left the request itself beforehand (RFC 9126).</summary>
    public bool Pushed { get; init; }

    /// <summary>The session that was begun by signing in during this interaction.</summary>
    public Guid? SignedInSession { get; init; }

    /// <summary>Since when what was proved counts as proved during this interaction.</summary>
    public DateTimeOffset? ProvedSince { get; init; }

    /// <summary>What somebody has proved who is not signed in yet, as another step is missing.</summary>
    public PendingSignIn? Pending { get; init; }

    /// <summary>What has to be proved beyond the sign-in before the person can go on.</summary>
    public ProofNeed? Need { get; init; }

    /// <summary>Whether they said that they cannot prove that now.</summary>
    public bool CannotProve { get; init; }

    /// <summary>The level of identity (a name of levels.json) that is missing, for the pages that lead to it.</summary>
    public string? LevelNeeded { get; init; }

    /// <summary>Whether they went back to the application without proving who they are.</summary>
    public bool LeftUnproven { get; init; }

    /// <summary>Whether the person said that the account signed in is the one they want.</summary>
    public bool AccountChosen { get; init; }

    /// <summary>Whether they agreed during this interaction.</summary>
    public bool Consented { get; init; }

    /// <summary>Whether they chose not to share.</summary>
    public bool Refused { get; init; }

    /// <summary>The device that they are to connect (RFC 8628), when it is not a browser that waits.</summary>
    public DeviceApproval? Device { get; init; }

    /// <summary>Where somebody goes who came without an application.</summary>
    public string Then { get; init; } = "~/";

    /// <summary>The e-mail address they typed, to fill in again.</summary>
    public string? Email { get; init; }
}
