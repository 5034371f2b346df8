namespace Identity.BrowserTests.Running;

/// <summary>The provider where whoever is on this machine may register an application, and is told when somebody signs out.</summary>
public sealed class OpenProvider() : RunningProvider("default")
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["Registration:Offered"] = bool.TrueString,
        ["Registration:DangerOpenOnLoopback"] = bool.TrueString,
        ["Outgoing:PrivateNetworks:0"] = "127.0.0.0/8",
        ["Outgoing:PrivateNetworks:1"] = "::1/128",
    };
}
