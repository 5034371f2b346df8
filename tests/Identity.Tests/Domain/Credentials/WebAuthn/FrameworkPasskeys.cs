using Microsoft.AspNetCore.Identity;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>What the framework's handler asks of a store: one user, who is a name, and one passkey of theirs.</summary>
internal sealed class FrameworkPasskeys : IUserPasskeyStore<string>
{
    public UserPasskeyInfo? Only { get; set; }

    public Task<string?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(userId == FrameworkHandler.User ? userId : null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(string user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>(Only is null ? [] : [Only]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(string user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(Only?.CredentialId.AsSpan().SequenceEqual(credentialId) == true ? Only : null);

    public Task<string?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<string> GetUserIdAsync(string user, CancellationToken cancellationToken) => Task.FromResult(user);

    public Task<string?> GetUserNameAsync(string user, CancellationToken cancellationToken) => Task.FromResult<string?>(user);

    public Task<string?> GetNormalizedUserNameAsync(string user, CancellationToken cancellationToken) => Task.FromResult<string?>(user);

    public Task<string?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(string user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(string user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(string user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(string user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
