using Identity.Domain.Accounts;
using Identity.Sdk;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>How far a visit to another provider is.</summary>
public abstract record UpstreamVisit
{
    private UpstreamVisit() { }

    /// <summary>The browser may go.</summary>
    /// <param name="Address">Where to.</param>
    /// <param name="CallbackState">What it must bring back as <c>state</c>.</param>
    /// <param name="State">What is kept of it until then, where nobody but that browser has it.</param>
    public sealed record Away(Uri Address, string CallbackState, string State) : UpstreamVisit;

    /// <summary>It is back, and the provider knows who it is.</summary>
    public sealed record Back(UpstreamIdentity Identity) : UpstreamVisit;

    /// <summary>It came to nothing.</summary>
    /// <param name="Reason">What the person may be told.</param>
    public sealed record Failed(RefusalReason Reason) : UpstreamVisit;
}

/// <summary>Whose account a sign-in at another provider opens.</summary>
public abstract record UpstreamOutcome
{
    private UpstreamOutcome() { }

    /// <summary>This one.</summary>
    public sealed record SignedIn(Guid AccountId) : UpstreamOutcome;

    /// <summary>One that is held: nobody is signed in.</summary>
    public sealed record Held(HoldReason Reason) : UpstreamOutcome;

    /// <summary>None. Nothing that the provider says of a person finds an account, such as an e-mail address.</summary>
    public sealed record Unknown : UpstreamOutcome;
}

/// <summary>What became of the wish to add a way in.</summary>
public enum UpstreamLinking
{
    /// <summary>It counts from now on.</summary>
    Added,

    /// <summary>It is there already.</summary>
    AlreadyHas,

    /// <summary>The same provider's account opens another account here, or this account has another of that provider.</summary>
    Taken,

    /// <summary>The session that asked has ended in the meantime.</summary>
    SignedOut,
}
