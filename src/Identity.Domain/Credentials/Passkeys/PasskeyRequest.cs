namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What a page gives to the browser.</summary>
/// <param name="OptionsJson">For <c>parseRequestOptionsFromJSON</c> or <c>parseCreationOptionsFromJSON</c>.</param>
public sealed record PasskeyRequest(string OptionsJson);
