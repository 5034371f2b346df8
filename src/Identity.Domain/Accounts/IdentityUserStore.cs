using Identity.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Identity.Domain.Accounts;

/// <summary>
/// The store behind Identity's <c>UserManager</c>, for the credentials that stand on Identity's own API.
/// Not mapped: claims, logins and tokens, until a room brings their tables.
/// </summary>
internal sealed class IdentityUserStore(IdentityContext context, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, IdentityContext, Guid>(context, errors);
