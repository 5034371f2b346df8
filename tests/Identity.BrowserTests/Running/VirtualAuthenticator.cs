using System.Text.Json;
using Microsoft.Playwright;

namespace Identity.BrowserTests.Running;

/// <summary>An authenticator that Chromium plays (Web Authentication Level 3 §11), for one page.</summary>
internal sealed class VirtualAuthenticator
{
    private readonly ICDPSession session;
    private readonly string id;

    private VirtualAuthenticator(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    /// <param name="visitor">Whose device has it.</param>
    /// <param name="synced">Whether its passkeys can be on several devices.</param>
    /// <param name="transport"><c>internal</c>, or <c>usb</c> for a security key.</param>
    public static async Task<VirtualAuthenticator> AddAsync(Visitor visitor, bool synced = true, string transport = "internal")
    {
        var session = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["ctap2Version"] = "ctap2_1",
                ["transport"] = transport,
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                // Nobody touches it until a test says so: the e-mail field would sign in by itself.
                ["automaticPresenceSimulation"] = false,
                ["defaultBackupEligibility"] = synced,
                ["defaultBackupState"] = synced,
            },
        });
        return new(session, added!.Value.GetProperty("authenticatorId").GetString()!); // Chromium answers with both.
    }

    /// <summary>Somebody touches it when asked, or does not.</summary>
    public Task TouchAsync(bool touches = true) => SendAsync("setAutomaticPresenceSimulation", ("enabled", touches));

    /// <summary>Whether it knows who touches it.</summary>
    public Task KnowAsync(bool knows) => SendAsync("setUserVerified", ("isUserVerified", knows));

    /// <summary>Breaks what it answers: <c>isBogusSignature</c>, <c>isBadUV</c> or <c>isBadUP</c>.</summary>
    public Task BreakAsync(string bit, bool broken = true) => SendAsync("setResponseOverrideBits", (bit, broken));

    public async Task<IReadOnlyList<JsonElement>> CredentialsAsync() =>
        [.. (await SendAsync("getCredentials")).GetProperty("credentials").EnumerateArray()];

    /// <summary>Copies a passkey back as it was when its counter stood elsewhere.</summary>
    public async Task CloneAsync(JsonElement credential, int signCount)
    {
        await SendAsync("clearCredentials");
        var copy = credential.EnumerateObject().ToDictionary(member => member.Name, member => (object)member.Value);
        copy["signCount"] = signCount;
        await SendAsync("addCredential", ("credential", copy));
    }

    /// <summary>Forgets everything.</summary>
    public Task ClearAsync() => SendAsync("clearCredentials");

    private async Task<JsonElement> SendAsync(string command, params (string Name, object Value)[] values)
    {
        var parameters = values.ToDictionary(value => value.Name, value => value.Value);
        parameters["authenticatorId"] = id;
        return await session.SendAsync($"WebAuthn.{command}", parameters) ?? default;
    }
}
