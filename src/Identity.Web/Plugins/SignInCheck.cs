using Identity.Sdk;

namespace Identity.Web.Plugins;

/// <summary>What a verifier must be for people to sign in by it.</summary>
internal static class SignInCheck
{
    private static readonly string[] Needed = [TextKeys.Organisation, TextKeys.SignInPrivacy];

    /// <summary>What is wrong, for the start to list.</summary>
    public static IEnumerable<string> Faults(IIdentityVerifier verifier)
    {
        if (verifier is not ISignInProvider)
            yield return "signs nobody in. Leave it out.";
        if (verifier.Manifest.Sdk > SdkVersion.Current)
            yield return $"was made for version {verifier.Manifest.Sdk} of Identity.Sdk, and this server has {SdkVersion.Current}. Update the server, or take an older verifier.";
        foreach (var key in Needed.Where(key => verifier.Manifest.Text("en", key).Length is 0 or > SdkLimits.Text))
            yield return $"has no English text '{key}', or one of more than {SdkLimits.Text} characters. Write it in its manifest.";
    }
}
