using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.Interaction;

/// <summary>A question only the person can answer.</summary>
internal enum Prompt
{
    SignIn,
    SelectAccount,
    Confirm,
    Prove,
    Details,
    Consent,
}

/// <summary>What is known when an authorization request is about to be answered.</summary>
/// <param name="Request">The request.</param>
/// <param name="State">What was answered so far during this interaction, if anything.</param>
/// <param name="Session">Who is signed in.</param>
/// <param name="Subject">The <c>sub</c> this client knows them by.</param>
/// <param name="HintedSubject">The <c>sub</c> of <c>id_token_hint</c>.</param>
/// <param name="Requested">How sure the client wants to be that it is they.</param>
/// <param name="Asked">What the client asks for.</param>
/// <param name="Decision">The citizen's last answer to this client.</param>
/// <param name="Account">Their values.</param>
/// <param name="Now">The time.</param>
internal sealed record AuthorizationFacts(
    OpenIddictRequest Request, InteractionState? State, Session? Session, string? Subject, string? HintedSubject,
    RequestedTrust Requested, ConsentRequest Asked, ConsentDecision? Decision, AccountClaims? Account, DateTimeOffset Now)
{
    /// <summary>How sure the provider has to be of who they are.</summary>
    public RequiredProof Required { get; init; } = RequiredProof.None;

    /// <summary>Whether the application is open to them: to its own people always, to others as far as it has gone live.</summary>
    public bool IsAdmitted { get; init; } = true;

    /// <summary>How they stand in each scheme of levels that <see cref="Required"/> speaks of.</summary>
    public IReadOnlyDictionary<string, Standing> Standings { get; init; } = new Dictionary<string, Standing>();

    /// <summary>The vector of trust to reach, or null when none was asked for.</summary>
    public AcceptableVector? Target => Required.Target(Proved, Standings);

    /// <summary>The level of identity that is missing, or null.</summary>
    public Level? LevelNeeded => Session is null ? null : Required.Missing(Proved, Standings);

    /// <summary>How sure the client wants to be that it is they: what a vector asks is never voluntary.</summary>
    public RequestedTrust Trust => Target?.Trust is { } trust ? new RequestedTrust([trust], Essential: true) : Requested;

    public bool SignedInNow => Session is not null && State?.SignedInSession == Session.Id;

    /// <summary>What was proved before does not count for this request; null when all of the session does.</summary>
    public DateTimeOffset? Since =>
        // OpenID Connect Core §3.1.2.1: prompt=login asks for a sign-in of its own.
        Request.HasPromptValue(PromptValues.Login) ? State?.ProvedSince
        // The same: max_age counts from when the person last proved who they are; what they did for this request is never too old.
        : Request.MaxAge is { } seconds ? Earlier(Now - TimeSpan.FromSeconds(seconds) + TimeSpan.FromMilliseconds(1), State?.ProvedSince)
        : null;

    /// <summary>What the client may be told of how they signed in; null when it is too old.</summary>
    public AuthenticationFacts? Proved => Session?.Proofs.Facts(Since);

    /// <summary>What is missing before the client can be answered; null when nothing is, or nothing can be done about it.</summary>
    public ProofNeed? Need
    {
        get
        {
            if (Proved is not { } proved)
                return new ProofNeed(Trust.Least ?? CredentialTrust.Aal1, Since, Essential: true);
            return Trust.Least is { } least && proved.Trust < least && least <= RequestedTrust.Most
                ? new ProofNeed(least, Since, Trust.Essential)
                : null;
        }
    }

    /// <summary>OpenID Connect Core §5.5.1.1: what is essential and not met is a failed sign-in, never a lower answer.</summary>
    public bool IsUnmet => Session is not null && State is { CannotProve: true } && Need is { Essential: true }
        || Proved is { } proved && Trust is { Essential: true, Least: > RequestedTrust.Most } && proved.Trust < Trust.Least;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}

/// <param name="Reason">Why the question is asked, for the log.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Error">What <c>prompt=none</c> gets instead (OpenID Connect Core §3.1.2.6).</param>
/// <param name="Applies">Whether it has to be asked.</param>
internal sealed record PromptCheck(string Reason, Prompt Prompt, string Error, Func<AuthorizationFacts, bool> Applies);

/// <summary>Every reason to ask a person something before a client is answered, in the order in which they are asked.</summary>
internal static class Prompts
{
    public static IReadOnlyList<PromptCheck> All { get; } =
    [
        new("nobody is signed in", Prompt.SignIn, ErrorCodes.LoginRequired, facts => facts.Session is null),
        // OpenID Connect Core §3.1.2.1: prompt=login asks for a sign-in of its own.
        new("prompt=login", Prompt.SignIn, ErrorCodes.LoginRequired, facts => facts.Request.HasPromptValue(PromptValues.Login) && !facts.SignedInNow),
        // OpenID Connect Core §3.1.2.2: the hinted person, or an error.
        new("id_token_hint of another citizen", Prompt.SignIn, ErrorCodes.LoginRequired, facts => !facts.SignedInNow && facts.HintedSubject is { } hinted && hinted != facts.Subject),
        new("what was proved is not enough", Prompt.Confirm, ErrorCodes.LoginRequired, facts => facts.State is not { CannotProve: true } && facts.Need is not null),
        new("prompt=select_account", Prompt.SelectAccount, ErrorCodes.AccountSelectionRequired, facts => facts.Request.HasPromptValue(PromptValues.SelectAccount) && facts.State is not { AccountChosen: true }),
        new("required details are missing", Prompt.Details, ErrorCodes.InteractionRequired, facts => MissingDetails.Of(facts.Asked, facts.Account).Count > 0),
        // After the details: what a person says of themselves is what a verifier compares.
        new("the provider is not as sure of the person as was asked", Prompt.Prove, ErrorCodes.InteractionRequired, facts => facts.LevelNeeded is not null),
        new("prompt=consent", Prompt.Consent, ErrorCodes.ConsentRequired, facts => facts.Request.HasPromptValue(PromptValues.Consent) && facts.State is not { Consented: true }),
        new("what is asked has not been agreed to", Prompt.Consent, ErrorCodes.ConsentRequired, facts => !facts.Asked.IsCoveredBy(facts.Decision)),
    ];

    /// <returns>The first that applies, or null when the client can be answered.</returns>
    public static PromptCheck? Next(AuthorizationFacts facts) => All.FirstOrDefault(check => check.Applies(facts));
}
