namespace Identity.Domain.Partners.Applications;

/// <summary>What kind of thing an application is: it decides what it can keep secret and where people sign in.</summary>
public enum ApplicationKind
{
    /// <summary>Pages made by a server, which keeps a secret.</summary>
    Web,

    /// <summary>A program in the browser, which keeps none (RFC 9700 §2.1).</summary>
    Browser,

    /// <summary>An app on a phone or a computer, which keeps none either (RFC 8252).</summary>
    Native,

    /// <summary>A thing without a keyboard (RFC 8628).</summary>
    Device,

    /// <summary>A program that acts for itself, with nobody signed in (RFC 6749 §4.4).</summary>
    Machine,
}

/// <summary>What a registration of each kind begins as.</summary>
public static class ApplicationKinds
{
    private const string RefreshToken = "refresh_token";
    private const string Code = "authorization_code";
    private const string None = "none";

    /// <returns>A registration with what the kind decides and nothing else.</returns>
    public static Client Begin(ApplicationKind kind) => kind switch
    {
        ApplicationKind.Web => new() { GrantTypes = [Code, RefreshToken] },
        ApplicationKind.Browser => new() { GrantTypes = [Code], TokenEndpointAuthMethod = None },
        ApplicationKind.Native => new() { ApplicationType = "native", GrantTypes = [Code, RefreshToken], TokenEndpointAuthMethod = None },
        ApplicationKind.Device => new() { ApplicationType = "native", GrantTypes = [ClientValidator.DeviceCode, RefreshToken], ResponseTypes = [], TokenEndpointAuthMethod = None },
        ApplicationKind.Machine => new() { GrantTypes = ["client_credentials"], ResponseTypes = [], Scope = "" },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <returns>The kind that a registration comes nearest to.</returns>
    public static ApplicationKind Of(Client client) => client switch
    {
        _ when client.GrantTypes.Contains(ClientValidator.DeviceCode) => ApplicationKind.Device,
        _ when client.GrantTypes.Contains("client_credentials") && !client.GrantTypes.Contains(Code) => ApplicationKind.Machine,
        { ApplicationType: "native" } => ApplicationKind.Native,
        { IsPublic: true } => ApplicationKind.Browser,
        _ => ApplicationKind.Web,
    };
}
