using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Consent;

/// <summary>
/// C8: everything an application would receive, with the values themselves. The handler states where the
/// form may end, by <c>AllowFormActionTo</c>.
/// </summary>
internal sealed class ShareModel : JourneyPage
{
    public const string Agree = "agree";
    public const string Refuse = "refuse";

    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>The optional facts that are ticked. None is, until the person does it.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public string Application { get; set; } = "";

    /// <summary>The organisation behind it.</summary>
    public string Partner { get; set; } = "";

    /// <summary>Why it asks, in the partner's words.</summary>
    public string? Purpose { get; set; }

    public IReadOnlyList<SharedClaim> Required { get; set; } = [];

    public IReadOnlyList<SharedClaim> Optional { get; set; } = [];

    /// <summary>What else it could do, such as read a record.</summary>
    public IReadOnlyList<Message> Permissions { get; set; } = [];

    /// <summary>Whether its access outlives the visit.</summary>
    public bool Lasting { get; set; }

    public Message HowLong(Text text) => Lasting
        ? text["consent.share.lasting", ("app", Application)]
        : text["consent.share.visit", ("app", Application)];
}
