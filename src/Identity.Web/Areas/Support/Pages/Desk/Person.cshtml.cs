using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Support.Pages.Desk;

/// <summary>S11: what somebody claims, and nothing else of them.</summary>
[Needs(Permission.Desk)]
internal sealed class PersonModel(DeskDecisions desk, Text text) : DeskPage(desk, text)
{
    /// <summary>Whether a word is enough where there is no document.</summary>
    public bool MayVouch => Claimed.Subject is DeskSubject.Proof;
}
