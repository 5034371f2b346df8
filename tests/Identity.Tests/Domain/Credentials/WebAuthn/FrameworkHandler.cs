using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>The passkey handler of ASP.NET Core Identity, asked the same questions as our core.</summary>
internal sealed class FrameworkHandler : IDisposable
{
    public const string User = "citizen";

    private readonly FrameworkPasskeys _store = new();
    private readonly UserManager<string> _users;
    private readonly PasskeyHandler<string> _handler;
    private readonly HttpContext _context = new DefaultHttpContext();

    public FrameworkHandler()
    {
        _users = new UserManager<string>(_store, Options.Create(new IdentityOptions()), new PasswordHasher<string>(), [], [],
            new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<string>>.Instance); // It is asked for no service.
        _handler = new(_users, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = Vectors.RelyingParty.Id,
            UserVerificationRequirement = "preferred",
            ValidateOrigin = origin => ValueTask.FromResult(Vectors.RelyingParty.Origins.Contains(origin.Origin)
                && (origin.TopOrigin is null || Vectors.RelyingParty.TopOrigins.Contains(origin.TopOrigin))),
        }));
    }

    /// <summary>The credential it registered, or null.</summary>
    public async Task<UserPasskeyInfo?> RegisterAsync(Vector vector)
    {
        var made = await _handler.MakeCreationOptionsAsync(new() { Id = User, Name = User, DisplayName = User }, _context);
        var result = await _handler.PerformAttestationAsync(new()
        {
            HttpContext = _context,
            CredentialJson = vector.RegistrationJson,
            AttestationState = With(made.AttestationState, vector.RegistrationChallenge),
        });
        return result.Passkey;
    }

    /// <summary>Whether it takes the assertion by <paramref name="passkey"/>.</summary>
    public async Task<bool> AuthenticatesAsync(Vector vector, UserPasskeyInfo passkey)
    {
        _store.Only = passkey;
        var made = await _handler.MakeRequestOptionsAsync(User, _context);
        var result = await _handler.PerformAssertionAsync(new()
        {
            HttpContext = _context,
            CredentialJson = vector.AssertionJson(Encoding.UTF8.GetBytes(User)),
            AssertionState = With(made.AssertionState, vector.Challenge),
        });

        // It counts in the very object it was given.
        passkey.SignCount = 0;
        return result.Succeeded;
    }

    public void Dispose()
    {
        _users.Dispose();
        _store.Dispose();
    }

    private static string With(string? state, byte[] challenge)
    {
        var json = JsonNode.Parse(state!)!.AsObject(); // It has just written one.
        json["challenge"] = Convert.ToBase64String(challenge);
        return json.ToJsonString();
    }
}
