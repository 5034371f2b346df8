using Identity.Domain.Grants;
using Identity.Testing;

namespace Identity.Tests.Domain.Grants;

internal static class GrantBuilder
{
    public static Grant Valid(TestDomain domain) => new()
    {
        Id = Guid.CreateVersion7(domain.Clock.GetUtcNow()),
        AccountId = Guid.CreateVersion7(domain.Clock.GetUtcNow()),
        ClientId = "appointments",
        SessionId = Guid.CreateVersion7(domain.Clock.GetUtcNow()),
        Subject = "pairwise-subject",
        Scopes = ["openid", "profile"],
        Claims = ["name"],
        Resources = [],
        AuthTime = domain.Clock.GetUtcNow(),
        Amr = "pwd",
        Acr = "aal1",
        Offline = true,
        CreatedAt = domain.Clock.GetUtcNow(),
        ExpiresAt = domain.Clock.GetUtcNow().AddDays(30),
    };

    public static async Task<Grant> IssuedAsync(TestDomain domain, Func<Grant, Grant>? change = null)
    {
        var grant = (change ?? (valid => valid))(Valid(domain));
        await domain.Get<GrantStore>().IssueAsync(grant, TestContext.Current.CancellationToken);
        return grant;
    }
}
