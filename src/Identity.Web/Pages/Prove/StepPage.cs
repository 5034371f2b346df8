using System.Diagnostics;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Message = Identity.Web.Locales.Message;

namespace Identity.Web.Pages.Prove;

/// <summary>
/// One step of a verifier, whatever it asks, and at the end what became of it: the same for a proof that goes on record and for one
/// that leads back into an account.
/// </summary>
internal abstract class StepPage(Verifications verifications, OfferedVerifiers offered, Text text) : JourneyPage
{
    /// <summary>The most that is sent with one step.</summary>
    protected const long MostBytes = 3L * SdkLimits.FileBytes;

    [FromRoute]
    public Guid Run { get; set; }

    /// <summary>Which step is answered: an answer given twice counts once.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public IList<AnswerBox> Answers { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<IFormFile> Uploaded { get; set; } = [];

    /// <summary>What has just happened, by the key of its words; said once.</summary>
    [TempData(Key = BackModel.News)]
    public string? News { get; set; }

    public VerifierWords Words { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The run while a step waits; null once it is over.</summary>
    public VerificationRun? Going { get; private set; }

    public bool IsProven { get; private set; }

    /// <summary>What became of it, by the key of the words.</summary>
    public string Outcome { get; private set; } = "";

    public Message Title => Going?.Step switch
    {
        VerificationStep.Ask ask => Words.Say(ask.Title),
        VerificationStep.Upload upload => Words.Say(upload.Title),
        VerificationStep.Show show => Words.Say(show.Title, show.Values),
        null => text[IsProven ? "prove.proven" : "prove.notProven"],
        _ => Words.Title,
    };

    /// <summary>The page with all ways.</summary>
    public abstract string Ways { get; }

    /// <summary>Where a person is asked to look at it again; null where nobody can ask.</summary>
    public virtual string? Appeal => null;

    /// <summary>Where and how to come back while it waits, by the key of the words.</summary>
    public abstract string ComeBack { get; }

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Who answers; set by <see cref="EnterAsync"/>.</summary>
    protected RunHolder Holder { get; set; } = null!; // Set before any handler runs, or none runs.

    private string Here => $"{Request.PathBase}{Request.Path}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        OnPageHandlerExecuting(context);
        if (await EnterAsync() is { } elsewhere)
            context.Result = elsewhere;
        else
            OnPageHandlerExecuted(await next());
    }

    public async Task<IActionResult> OnGetAsync() =>
        await verifications.FindAsync(Run, Holder, Aborted) is { } run && Show(run) ? Ended(run) ?? Page() : Next(Ways);

    public Task<IActionResult> OnPostAsync() => AnswerAsync(run => new StepAnswer.Fields(run.Step is VerificationStep.Ask ask
        ? ask.Fields.Select((field, at) => (field, box: at < Answers.Count ? Answers[at] : new AnswerBox())).ToDictionary(pair => pair.field.Name, pair => pair.box.Of(pair.field))
        : new Dictionary<string, string>()));

    public Task<IActionResult> OnPostLookAsync() => AnswerAsync(_ => new StepAnswer.Look());

    public async Task<IActionResult> OnPostFilesAsync()
    {
        var files = new List<UploadedFile>();
        foreach (var file in Uploaded.Where(file => file.Length <= SdkLimits.FileBytes + 1L))
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, Aborted);
            files.Add(new UploadedFile(file.ContentType, content.ToArray()));
        }

        return await AnswerAsync(_ => new StepAnswer.Files(files));
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await StopAsync();
        return Next(Ways);
    }

    /// <summary>Finds out who answers.</summary>
    /// <returns>Where they go instead, when it is nobody.</returns>
    protected abstract Task<IActionResult?> EnterAsync();

    /// <summary>Where a run that is over leads; null when the page says what became of it.</summary>
    protected virtual IActionResult? Ended(VerificationRun run) => null;

    /// <summary>Remembers the journey for when a browser comes back that is sent away.</summary>
    protected abstract void Leave();

    protected abstract Task StopAsync();

    private async Task<IActionResult> AnswerAsync(Func<VerificationRun, StepAnswer> answer)
    {
        if (await verifications.FindAsync(Run, Holder, Aborted) is not { } run || !Show(run))
            return Next(Ways);

        // Whether the fields are there at all is the question's to say, and not the form's.
        ModelState.ClearValidationState("");
        switch (await verifications.ContinueAsync(Run, Holder, Version, answer(run), Aborted))
        {
            case RunOutcome.Went { Run.Step: VerificationStep.Ask { Problems.Count: > 0 } }:
                return Next(Here + "#problem");
            case RunOutcome.Went or RunOutcome.AlreadyAnswered:
                return Next(Here);
            case RunOutcome.Invalid(_, var problems):
                Refuse(problems);
                return Page();
            case RunOutcome.Failed:
                News = "prove.failed";
                return Next(Here);
            case RunOutcome.NotOffered(var retryAt):
                return new ErrorResult(retryAt is { } at ? ErrorView.TooManyTries(at) : ErrorView.NotFound);
            case RunOutcome.TooMany(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case RunOutcome.NotFound:
                return Next(Ways);
            default:
                throw new UnreachableException();
        }
    }

    private bool Show(VerificationRun run)
    {
        if (offered.Find(run.Verifier) is not { } verifier)
            return false;
        Words = new VerifierWords(verifier.Manifest);
        (Going, IsProven) = (run.Status is RunStatus.Running && run.Step is not null ? run : null, run.Status is RunStatus.Proven);
        Outcome = ProveWords.Of(run);
        if (run.Step is VerificationStep.Redirect)
            Leave();
        if (run.Step is VerificationStep.Ask ask)
        {
            Answers = [.. ask.Fields.Select((field, at) => at < Answers.Count ? Answers[at] : new AnswerBox { Value = field.Sensitive ? null : field.Value })];
            Refuse(ask);
        }

        return true;
    }

    // What the verifier found wrong with the answer before.
    private void Refuse(VerificationStep.Ask ask)
    {
        if (!HttpMethods.IsGet(Request.Method) || ModelState.ErrorCount > 0)
            return;
        foreach (var (field, at) in ask.Fields.Select((field, at) => (field, at)).Where(pair => ask.Problems.ContainsKey(pair.field.Name)))
            ModelState.AddModelError($"{nameof(Answers)}[{at}].{AnswerBox.Part(field)}", Words.Say(ask.Problems[field.Name]).ToString());
    }

    private void Refuse(IReadOnlyDictionary<string, AnswerProblem> problems)
    {
        if (Going?.Step is VerificationStep.Ask ask)
        {
            foreach (var (field, at) in ask.Fields.Select((field, at) => (field, at)).Where(pair => problems.ContainsKey(pair.field.Name)))
                ModelState.AddModelError($"{nameof(Answers)}[{at}].{AnswerBox.Part(field)}", text[ProveWords.Of(problems[field.Name])].ToString());
        }
        else
        {
            ModelState.AddModelError(nameof(Uploaded), text[ProveWords.Of(problems.Values.First())].ToString());
        }
    }
}
