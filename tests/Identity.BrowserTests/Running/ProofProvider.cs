namespace Identity.BrowserTests.Running;

/// <summary>The provider with a desk at which people are checked, and beside an organisation's index of citizens.</summary>
public sealed class ProofProvider() : RunningProvider("default", staffed: true)
{
    private CitizenIndex? index;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["Verifiers:Offered"] = "in-person record-match",
        ["Verifiers:Settings:Identity.Verifiers:RecordMatch:Address"] = index?.Address,
        ["Verifiers:Settings:Identity.Verifiers:RecordMatch:Organisation"] = CitizenIndex.Organisation,
    };

    public override async ValueTask InitializeAsync()
    {
        index = await CitizenIndex.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (index is not null)
            await index.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
