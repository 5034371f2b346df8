using System.Security.Cryptography;

namespace Identity.BrowserTests.Walk;

/// <summary>The ways to prove who one is, with the pretend document.</summary>
internal static class Proofs
{
    private const string Answer = "Answers-0--Code";

    private const string Address = "Answers-0--Value";

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
        new("/Prove/Details", "with nothing known", walker => walker.UnknownAsync()),
        new("/Prove/Details", "with problems", async walker =>
        {
            await walker.UnknownAsync();
            await walker.SubmitAsync();
        })
        { Problems = ["First", "Birth-Day"] },
        new("/Prove/Step", "asked", walker => walker.AskedAsync()),
        new("/Prove/Step", "with a problem", walker => walker.ProvesAsync("")) { Problems = [Answer] },
        new("/Prove/Step", "asked for a picture", walker => walker.ProvesAsync("UPLOAD 1")),
        new("/Prove/Step", "shown something", walker => walker.ProvesAsync("SHOW 1")),
        new("/Prove/Step", "waiting", walker => walker.ProvesAsync("WAIT 1")),
        new("/Prove/Step", "refused", walker => walker.ProvesAsync("NOMATCH")),
        new("/Prove/Step", "proven", walker => walker.ProvesAsync("HIGH 1")),
        new("/Prove/Step", "asked for an address", walker => walker.AskedAsync("in-person")),
        new("/Prove/Step", "waiting with a code", async walker =>
        {
            await walker.AskedAsync("in-person");
            await walker.FillAndSubmitAsync(Address, "1 High Street\nCardiff");
        }),
        new("/Prove/Way", "by post without a record", async walker =>
        {
            await walker.HubAsync();
            await walker.GoOnAsync("/by/letter");
        }),
        new("/Prove/Way", "by post", walker => walker.ByPostAsync()),
        new("/Prove/Step", "asked whether post comes", walker => walker.AddressedAsync()),
        new("/Prove/Step", "not said whether post comes", async walker =>
        {
            await walker.AddressedAsync();
            await walker.SubmitAsync();
        })
        { Problems = [Address] },
        new("/Prove/Step", "with a letter on its way", walker => walker.PostedAsync()),
        new("/Prove/Step", "asked for the code of a letter", walker => walker.CodedAsync()),
        new("/Prove/Step", "with the wrong code of a letter", async walker =>
        {
            await walker.CodedAsync();
            await walker.FillAndSubmitAsync(Answer, "00000-00000");
        })
        { Problems = [Answer] },
        new("/Prove/HandOver", "before it is made", walker => walker.HandOverAsync()),
        new("/Prove/HandOver", "with a code", async walker =>
        {
            await walker.HandOverAsync();
            await walker.SubmitAsync();
        }),
        new("/Prove/Here", "by a link", walker => walker.GoAsync("/here?code=FD7K-W3QX")),
        new("/Prove/Here", "with a wrong code", async walker =>
        {
            await walker.GoAsync("/here");
            await walker.FillAndSubmitAsync("TheirCode", "FD7K-W3QX");
        })
        { Problems = ["TheirCode"] },
        new("/Prove/HereStep", "asked", walker => walker.TakenAsync()),
        new("/Prove/HereStep", "with a problem", async walker =>
        {
            await walker.TakenAsync();
            await walker.FillAndSubmitAsync(Answer, "");
        })
        { Problems = [Answer] },
        new("/Prove/HereDone", "after it", async walker =>
        {
            await walker.TakenAsync();
            await walker.FillAndSubmitAsync(Answer, "HIGH 1");
        }),
        new("/Prove/Appeal", "after a refusal", walker => walker.AppealAsync()),
        new("/Prove/Appeal", "with a problem", async walker =>
        {
            await walker.AppealAsync();
            await walker.SubmitAsync();
        })
        { Problems = ["Words"] },
        new("/Prove/Appeal", "asked", async walker =>
        {
            await walker.AppealAsync();
            await walker.FillAndSubmitAsync("Words", "The picture was sharp.");
        }),
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

    private static async Task UnknownAsync(this Walker walker)
    {
        await walker.CreatedAsync();
        await walker.GoAsync("/account/identity");
        await walker.SubmitAsync();
        await walker.GoOnAsync("/by/simulated");
    }

    private static async Task AskedAsync(this Walker walker, string verifier = "simulated")
    {
        await walker.HubAsync();
        await walker.GoOnAsync($"/by/{verifier}");
        await walker.SubmitAsync();
    }

    // A record that says where they live comes first.
    private static async Task ByPostAsync(this Walker walker)
    {
        await walker.ProvesAsync($"ADDRESS {RandomNumberGenerator.GetInt32(int.MaxValue)}");
        await walker.GoOnAsync("/by/letter");
    }

    private static async Task AddressedAsync(this Walker walker)
    {
        await walker.ByPostAsync();
        await walker.SubmitAsync();
    }

    private static async Task PostedAsync(this Walker walker)
    {
        await walker.AddressedAsync();
        await walker.Page.Locator($"#{Address}").CheckAsync();
        await walker.SubmitAsync();
    }

    private static async Task CodedAsync(this Walker walker)
    {
        await walker.PostedAsync();
        await walker.SubmitAsync();
    }

    private static async Task HandOverAsync(this Walker walker)
    {
        await walker.AskedAsync();
        await walker.GoAsync(new Uri(walker.Page.Url).AbsolutePath + "/hand-over");
    }

    private static async Task TakenAsync(this Walker walker)
    {
        await walker.HandOverAsync();
        await walker.SubmitAsync();
        var code = await walker.Page.Locator("main .id-codes li").First.InnerTextAsync();
        await walker.ForgetAsync();
        await walker.SpeakAsync();
        await walker.GoAsync("/here");
        await walker.FillAndSubmitAsync("TheirCode", code);
    }

    private static async Task AppealAsync(this Walker walker)
    {
        await walker.ProvesAsync("NOMATCH");
        await walker.GoOnAsync("/appeal");
    }

    private static async Task ProvesAsync(this Walker walker, string number)
    {
        await walker.AskedAsync();
        await walker.FillAndSubmitAsync(Answer, number);
    }
}
