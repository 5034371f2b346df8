using System.Diagnostics;
using Identity.Domain.Consent;
using Identity.Protocol.DeviceAuthorization;
using Identity.Web.Locales;
using Identity.Web.Pages.Consent;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Codes = Identity.Domain.DeviceAuthorization.UserCode;

namespace Identity.Web.Pages.ConnectDevice;

/// <summary>
/// W2: whether the person started this and has the device before them (RFC 8628 §5.4), with what it would get. Every other
/// page of the journey comes back here, to be sent on to what comes next.
/// </summary>
internal sealed class QuestionModel(DeviceConnections connections, Text text) : JourneyPage
{
    public const string Yes = "yes";
    public const string No = "no";

    [BindProperty]
    public string? Decision { get; set; }

    public string Application { get; private set; } = "";

    /// <summary>The organisation behind it.</summary>
    public string Partner { get; private set; } = "";

    /// <summary>The code, as the device shows it.</summary>
    public string Shown { get; private set; } = "";

    public IReadOnlyList<Message> Gets { get; private set; } = [];

    /// <summary>Whether its access outlives the visit.</summary>
    public bool Lasting { get; private set; }

    /// <summary>Whether the person has not yet agreed to what it gets.</summary>
    public bool IsAskedNext { get; private set; }

    public async Task<IActionResult> OnGetAsync() => Show(await connections.NextAsync(HttpContext, Journey));

    public async Task<IActionResult> OnPostAsync() => Show(Decision is Yes or No
        ? await connections.AnswerAsync(HttpContext, Journey, Decision == Yes)
        : await connections.NextAsync(HttpContext, Journey));

    private IActionResult Show(DeviceStep step)
    {
        switch (step)
        {
            case DeviceStep.Over:
                return DeadEnd();
            case DeviceStep.Paused(var application):
                return new ErrorResult(ErrorView.ApplicationPaused(application));
            case DeviceStep.NotOpenYet(var application):
                return new ErrorResult(ErrorView.ApplicationNotOpenYet(application));
            case DeviceStep.Elsewhere(var url):
                return Next(url);
            case DeviceStep.Late:
                return Next(Url.DeviceNotConnected(Journey));
            case DeviceStep.Answered(var connected, _):
                return Next(Url.DeviceAnswered(Journey, connected));
            case DeviceStep.Question question:
                Ask(question);
                return Page();
            default:
                throw new UnreachableException();
        }
    }

    private void Ask(DeviceStep.Question question)
    {
        Application = question.Client.ClientName;
        Partner = question.Client.OrganizationName;
        Shown = Codes.Group(question.UserCode);
        IsAskedNext = question.Decision is null;
        Lasting = question.Asked.Scopes.Contains("offline_access");
        Gets = Told(question.Asked, question.Decision) is { Count: > 0 } told ? told : [text["connect.question.nothing"]];
    }

    private IReadOnlyList<Message> Told(ConsentRequest asked, ConsentDecision? decision) =>
    [
        .. asked.Items.Where(ask => decision is null || decision.Claims.Contains(ask.Item.Name)).Select(ask => SharedValues.Name(ask.Item.Name, text)),
        .. asked.ApiScopes.Where(ask => ask.Scope.Resource is not null).Select(ask => Message.Verbatim(ask.Scope.Description)),
    ];
}
