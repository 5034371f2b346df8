using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Identity;

namespace Identity.Web.Credentials;

/// <summary>
/// Our ceremonies behind Identity's own API, for code that was written for its <c>SignInManager</c>: single use, kept on
/// the server, facts checked, a passkey stored as soon as it is made. The state that Identity keeps in its cookie between
/// the two halves is the value that binds them to the browser, and no more.
/// </summary>
internal sealed class PasskeyCeremonies(
    PasskeySignIn signIn, PasskeyEnrolment enrolment, BrowserSession sessions, UserManager<Account> users) : IPasskeyHandler<Account>
{
    public async Task<PasskeyCreationOptionsResult> MakeCreationOptionsAsync(PasskeyUserEntity userEntity, HttpContext httpContext)
    {
        var browser = NewState();
        var request = await enrolment.BeginAsync(Guid.Parse(userEntity.Id), browser, PasskeyEnrolmentKind.Asked, httpContext.RequestAborted);
        return new() { CreationOptionsJson = request.OptionsJson, AttestationState = browser };
    }

    public async Task<PasskeyRequestOptionsResult> MakeRequestOptionsAsync(Account? user, HttpContext httpContext)
    {
        var browser = NewState();
        var request = user is null
            ? await signIn.BeginAsync(browser, httpContext.RequestAborted)
            : await signIn.BeginForAsync(user.Id, browser, httpContext.RequestAborted);
        return new() { RequestOptionsJson = request.OptionsJson, AssertionState = browser };
    }

    /// <summary>Needs a session, as every change of a credential does.</summary>
    public async Task<PasskeyAttestationResult> PerformAttestationAsync(PasskeyAttestationContext context)
    {
        if (await sessions.FindAsync(context.HttpContext) is not { } session || await users.FindByIdAsync(session.AccountId.ToString("D")) is not { } user)
            return PasskeyAttestationResult.Fail(new PasskeyException(nameof(EnrolmentOutcome.SignedOut)));
        var outcome = await enrolment.FinishAsync(
            session.AccountId, context.AttestationState ?? "", context.CredentialJson, session.Id, context.HttpContext.RequestAborted);
        return outcome is EnrolmentOutcome.Added(var passkey) && await InfoAsync(user, passkey.CredentialId) is { } info
            ? PasskeyAttestationResult.Success(info, new() { Id = user.Id.ToString("D"), Name = user.Email ?? user.UserName ?? "", DisplayName = user.FullName ?? user.Email ?? user.UserName ?? "" })
            : PasskeyAttestationResult.Fail(new PasskeyException(outcome.ToString()));
    }

    public async Task<PasskeyAssertionResult<Account>> PerformAssertionAsync(PasskeyAssertionContext context)
    {
        var outcome = await signIn.TryAsync(context.AssertionState ?? "", context.CredentialJson, context.HttpContext.RequestAborted);
        return outcome is PasskeyOutcome.SignedIn signedIn
            && await users.FindByIdAsync(signedIn.AccountId.ToString("D")) is { } user && await InfoAsync(user, CredentialId(context.CredentialJson)) is { } info
            ? PasskeyAssertionResult.Success(info, user)
            : PasskeyAssertionResult.Fail<Account>(new PasskeyException(outcome.ToString()));
    }

    // Only asked of a response that was judged to be right.
    private static string CredentialId(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("id").GetString() ?? "";
    }

    private Task<UserPasskeyInfo?> InfoAsync(Account user, string credentialId) =>
        users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(credentialId));

    private static string NewState() => RandomNumberGenerator.GetHexString(32);
}
