namespace Identity.Sdk;

/// <summary>Ways to check evidence, by the values of <c>check_method</c> that OpenID Connect for Identity Assurance keeps.</summary>
public static class CheckMethods
{
    /// <summary>Visible features of a document, by somebody who holds it in their hands.</summary>
    public const string InspectedInPerson = "vpip";

    /// <summary>The same under ultraviolet and infrared light.</summary>
    public const string InspectedUnderLight = "vpiruv";

    /// <summary>Visible features, on a picture or video.</summary>
    public const string InspectedRemotely = "vri";

    /// <summary>Features of a digital document.</summary>
    public const string InspectedDigitally = "vdig";

    /// <summary>Cryptographic security features, such as a passport's chip.</summary>
    public const string Cryptography = "vcrypt";

    /// <summary>A comparison with what an authoritative source holds.</summary>
    public const string Data = "data";

    /// <summary>The person signed in at whoever holds the record.</summary>
    public const string Authentication = "auth";

    /// <summary>The person gave a token back that was sent to them, such as in a letter.</summary>
    public const string Token = "token";

    /// <summary>Questions that only the person can answer.</summary>
    public const string Knowledge = "kbv";

    /// <summary>The person compared with a picture, by somebody who has both before them.</summary>
    public const string LikenessInPerson = "pvp";

    /// <summary>The same, on a picture or video.</summary>
    public const string LikenessRemotely = "pvr";

    /// <summary>The person's biometrics, at a machine they went to.</summary>
    public const string BiometricsInPerson = "bvp";

    /// <summary>The person's biometrics, at their own device.</summary>
    public const string BiometricsRemotely = "bvr";
}
