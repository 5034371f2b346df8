using Identity.Sdk;

namespace Identity.Domain.Sessions.Trust;

/// <summary>A way to prove who one is: what kind of thing it shows, and what RFC 8176 calls it.</summary>
public sealed class ProofMethod
{
    public static readonly ProofMethod Password = new("password", CredentialTrust.Aal1, "pwd") { ShowsKnowledge = true };

    public static readonly ProofMethod AuthenticatorApp = new("app", CredentialTrust.Aal1, "otp") { ShowsPossession = true };

    /// <summary>NIST SP 800-63B-4 §3.1.3: a code sent over the telephone network shows that one holds the telephone.</summary>
    public static readonly ProofMethod Text = new("text", CredentialTrust.Aal1, "sms") { ShowsPossession = true };

    /// <summary>The same code read out in a call.</summary>
    public static readonly ProofMethod Call = new("call", CredentialTrust.Aal1, "tel") { ShowsPossession = true };

    /// <summary>NIST SP 800-63B-4 §3.1.2: a look-up secret is something one has.</summary>
    public static readonly ProofMethod BackupCode = new("backup-code", CredentialTrust.Aal1, "otp") { ShowsPossession = true };

    /// <summary>A passkey whose device did not ask who holds it.</summary>
    public static readonly ProofMethod PasskeyPresent = new("passkey-present", CredentialTrust.Aal1, "pop user") { ShowsPossession = true };

    /// <summary>A passkey that its owner's devices share (NIST SP 800-63B-4 §B: AAL2 at most).</summary>
    public static readonly ProofMethod PasskeySynced = new("passkey-synced", CredentialTrust.PhishingResistant, "pop swk user mfa");

    /// <summary>A passkey of one device, which nobody has vouched for.</summary>
    public static readonly ProofMethod PasskeyDevice = new("passkey-device", CredentialTrust.PhishingResistant, "pop user mfa");

    /// <summary>A passkey of one device whose maker has vouched for its hardware.</summary>
    public static readonly ProofMethod PasskeyHardware = new("passkey-hardware", CredentialTrust.PhishingResistantHardware, "pop hwk user mfa");

    /// <summary>A sign-in at another provider, which said that it asked for one thing or did not say. What kind of thing nobody here knows.</summary>
    public static readonly ProofMethod Upstream = new("upstream", CredentialTrust.Aal1, "federated");

    /// <summary>A sign-in at another provider, which said that it asked for two.</summary>
    public static readonly ProofMethod UpstreamTwoFactors = new("upstream-two-factors", CredentialTrust.Aal2, "federated mfa");

    /// <summary>An account given back to its owner: not a factor, and no application is told that it was one.</summary>
    public static readonly ProofMethod Recovery = new("recovery", CredentialTrust.Aal1, "recovery");

    private static readonly ProofMethod[] All = [Password, AuthenticatorApp, Text, Call, BackupCode, Recovery, Upstream, UpstreamTwoFactors, PasskeyPresent, PasskeySynced, PasskeyDevice, PasskeyHardware];

    private ProofMethod(string name, CredentialTrust trust, string amr) => (Name, Trust, Amr) = (name, trust, amr.Split(' '));

    /// <summary>What it is called where it is stored.</summary>
    public string Name { get; }

    /// <summary>What it is worth alone.</summary>
    public CredentialTrust Trust { get; }

    /// <summary>RFC 8176 values.</summary>
    public IReadOnlyList<string> Amr { get; }

    internal bool ShowsKnowledge { get; private init; }

    internal bool ShowsPossession { get; private init; }

    /// <summary>What an assertion proves, by what is known of the passkey that made it.</summary>
    public static ProofMethod Passkey(bool userVerified, bool synced, bool attestedHardware) => (userVerified, synced, attestedHardware) switch
    {
        (false, _, _) => PasskeyPresent,
        (true, true, _) => PasskeySynced,
        (true, false, false) => PasskeyDevice,
        (true, false, true) => PasskeyHardware,
    };

    internal static ProofMethod? Find(string name) => Array.Find(All, method => method.Name == name);

    public override string ToString() => Name;
}
