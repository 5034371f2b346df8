namespace Identity.Sdk;

/// <summary>Texts that every manifest holds, and those that the server looks for by name.</summary>
public static class TextKeys
{
    /// <summary>What this way is called in a list of ways, such as "Use your passport".</summary>
    public const string Title = "title";

    /// <summary>One or two sentences on what happens.</summary>
    public const string Summary = "summary";

    /// <summary>What the verifier's operator learns and does not learn of the person. Shown before it begins, when there is one.</summary>
    public const string Privacy = "privacy";

    /// <summary>What the organisation is called that an <see cref="ISignInProvider"/> signs in at. Since version 2.</summary>
    public const string Organisation = "organisation";

    /// <summary>What it learns and does not learn of whoever signs in by it, and what we learn. Since version 2.</summary>
    public const string SignInPrivacy = "sign-in-privacy";

    /// <summary>What precedes the name of a thing of its own in <see cref="VerifierManifest.Things"/>.</summary>
    public const string Thing = "thing-";
}
