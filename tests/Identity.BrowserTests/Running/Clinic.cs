using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Identity.Demo.Appointments;
using Identity.Demo.RelyingParty;
using Identity.Domain.Partners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Identity.BrowserTests.Running;

/// <summary>
/// The demo's Appointments at an https host of its own. Browsers keep cookies by the host: applications at ports of one share
/// them, and what one lost could be another's.
/// </summary>
/// <param name="name">Which of several it is.</param>
/// <param name="host">An address of this machine that is nobody else's.</param>
internal sealed class Clinic(string name, string host) : IAsyncDisposable
{
    private const string Secret = AppointmentsApp.ClientSecret;

    private readonly string clientId = name.ToLowerInvariant().Replace(' ', '-');
    private WebApplication? app;

    public Uri Address { get; } = new($"https://{host}:{RunningDemo.FreePorts(1)[0]}/");

    public Client Registration => new()
    {
        ClientId = clientId,
        ClientName = name,
        OrganizationName = name,
        RedirectUris = [new Uri(Address, "signin-oidc").AbsoluteUri],
        PostLogoutRedirectUris = [new Uri(Address, "signout-callback-oidc").AbsoluteUri],
        BackchannelLogoutUri = new Uri(Address, "backchannel-logout").AbsoluteUri,
        BackchannelLogoutSessionRequired = true,
        GrantTypes = ["authorization_code"],
        Scope = "openid profile email",
        ClientSecretSha256 = [Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))],
        SectorIdentifier = host,
        IdTokenSignedResponseAlg = SecurityAlgorithms.EcdsaSha256,
        Consent = new ConsentTerms { Purpose = "To know who comes.", Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(true, "To greet you.") } },
    };

    public async Task StartAsync(Uri provider)
    {
        var profile = new RelyingPartyProfile
        {
            Authority = provider,
            Address = Address,
            ClientId = clientId,
            Authentication = new ClientSecretBasic(clientId, Secret) { InnerHandler = ToThisMachine() },
            Scopes = ["openid", "profile"],
            IdTokenAlgorithm = SecurityAlgorithms.EcdsaSha256,
            Pages = "Appointments",
            Home = "/appointments",
        };
        var builder = RelyingPartyHost.CreateBuilder(profile, TimeProvider.System);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(host), Address.Port, listen => listen.UseHttps(TestCertificate.Value)));
        builder.Services.AddSingleton<AppointmentBook>();
        app = RelyingPartyHost.Build(builder, profile);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    // Names under .test are the browser's alone.
    private static SocketsHttpHandler ToThisMachine() => new()
    {
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == TestCertificate.Value.GetCertHashString() },
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
