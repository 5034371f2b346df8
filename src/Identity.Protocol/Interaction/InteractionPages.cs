using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.Interaction;

/// <summary>Where the host's pages stand, each keyed by its journey: <c>~</c> is the path of the issuer.</summary>
public static class InteractionPages
{
    public static string SignIn(string key) => $"~/sign-in/{key}";

    public static string SelectAccount(string key) => $"~/sign-in/{key}/continue-as";

    public static string Confirm(string key) => $"~/sign-in/{key}/confirm-it-is-you";

    public static string Prove(string key) => $"~/prove/{key}";

    public static string Details(string key) => $"~/create/{key}/name";

    public static string Consent(string key) => $"~/share/{key}";

    /// <summary>Where a person types the code that a device shows.</summary>
    public const string DeviceCode = "~/" + Endpoints.DeviceVerification;

    public static string Device(string key) => $"~/{Endpoints.DeviceVerification}/{key}";

    public static string SignOut(string key) => $"~/sign-out/{key}";

    public const string SignedOut = "~/sign-out/done";

    /// <summary>The same, with the applications that are told there.</summary>
    public static string Telling(string key) => $"{SignedOut}/{key}";

    /// <summary>An address as a browser needs it.</summary>
    public static string Resolve(HttpContext context, string address) =>
        address.StartsWith("~/", StringComparison.Ordinal) ? context.Request.PathBase + address[1..] : address;

    internal static string Of(Prompt prompt, string key) => prompt switch
    {
        Prompt.SignIn => SignIn(key),
        Prompt.SelectAccount => SelectAccount(key),
        Prompt.Confirm => Confirm(key),
        Prompt.Prove => Prove(key),
        Prompt.Details => Details(key),
        Prompt.Consent => Consent(key),
        _ => throw new UnreachableException(),
    };
}
