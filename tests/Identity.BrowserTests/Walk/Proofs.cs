namespace Identity.BrowserTests.Walk;

/// <summary>The ways to prove who one is, with the pretend document.</summary>
internal static class Proofs
{
    private const string Answer = "Answers-0--Code";

    /// <summary>Every page of them in every state.</summary>
    public static IEnumerable<PageState> All =>
    [
        new("/Prove/Identity", "with nothing proved", walker => walker.AccountAsync("/account/identity")),
        new("/Prove/Identity", "with a proof", async walker =>
        {
            await walker.ProvesAsync("HIGH 1");
            await walker.GoAsync("/account/identity");
        }),
        new("/Prove/Index", "of their own will", walker => walker.HubAsync()),
        new("/Prove/Way", "with the pretend document", walker => walker.WayAsync()),
        new("/Prove/Step", "asked", walker => walker.AskedAsync()),
        new("/Prove/Step", "with a problem", walker => walker.ProvesAsync("")) { Problems = [Answer] },
        new("/Prove/Step", "asked for a picture", walker => walker.ProvesAsync("UPLOAD 1")),
        new("/Prove/Step", "shown something", walker => walker.ProvesAsync("SHOW 1")),
        new("/Prove/Step", "waiting", walker => walker.ProvesAsync("WAIT 1")),
        new("/Prove/Step", "refused", walker => walker.ProvesAsync("NOMATCH")),
        new("/Prove/Step", "proven", walker => walker.ProvesAsync("HIGH 1")),
        new("/Prove/Back", "from nowhere", walker => walker.AccountAsync("/prove/callback/simulated")),
    ];

    private static async Task AccountAsync(this Walker walker, string path)
    {
        await walker.SignedInAsync();
        await walker.GoAsync(path);
    }

    private static async Task HubAsync(this Walker walker)
    {
        await walker.AccountAsync("/account/identity");
        await walker.SubmitAsync();
    }

    private static async Task WayAsync(this Walker walker)
    {
        await walker.HubAsync();
        await walker.GoOnAsync("/by/simulated");
    }

    private static async Task AskedAsync(this Walker walker)
    {
        await walker.WayAsync();
        await walker.SubmitAsync();
    }

    private static async Task ProvesAsync(this Walker walker, string number)
    {
        await walker.AskedAsync();
        await walker.FillAndSubmitAsync(Answer, number);
    }
}
