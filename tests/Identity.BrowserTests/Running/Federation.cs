
namespace Identity.BrowserTests.Running;

/// <summary>Two providers: whoever has an account at the one above can use it at the one below.</summary>
public sealed class Federation() : RunningProvider("default")
{
    private AboveProvider? above;

    /// <summary>The other one. Its cookies are its own.</summary>
    internal AboveProvider Above => above ??= new AboveProvider(Address);

    protected override Uri Elsewhere => Above.Address;

    public override async ValueTask InitializeAsync()
    {
        await Above.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Above.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A provider at which people sign in for another one.</summary>
internal sealed class AboveProvider(Uri below) : RunningProvider("default", host: "127.0.0.1")
{
    protected override Uri Below => below;

    /// <summary>Somebody whom it knows well.</summary>
    public async Task CreateProvenAsync(string email)
    {
        await ProveAsync((await CreateAccountAsync(email)).Id);
    }
}
