using Identity.Domain.Recovery;

namespace Identity.Domain.Support.Screens;

/// <summary>
/// What somebody of the staff fills in for a caller, who confirms it on their own screen. It saves them typing and choosing, and opens
/// nothing: no code, no password and no way to reach them is among it.
/// </summary>
/// <param name="Lost">What they say they lost.</param>
/// <param name="Has">The one thing they say they can show, or none.</param>
public sealed record FilledIn(LostThing Lost, RecoveryProofs Has);

/// <summary>An account that waits to be confirmed at a screen.</summary>
/// <param name="Whose">The address of the account, masked, or the name where it has none, or nothing.</param>
/// <param name="Filled">What was filled in.</param>
public sealed record JoinedScreen(string? Whose, FilledIn Filled);

/// <summary>An account that whoever sits at the screen said is theirs.</summary>
/// <param name="Account">The account.</param>
/// <param name="Filled">What they confirmed.</param>
public sealed record ConfirmedScreen(Guid Account, FilledIn Filled);
