using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Identity.BrowserTests.Running;

/// <summary>Debian's Apache with mod_auth_openidc, which nobody here has written: a page for those who are signed in, on a port of its own.</summary>
internal sealed class Apache : IAsyncDisposable
{
    public const string Missing = "Apache with mod_auth_openidc is not installed: 'apt-get install apache2-bin libapache2-mod-auth-openidc' brings it.";

    private const string Program = "/usr/sbin/apache2";
    private const string Modules = "/usr/lib/apache2/modules";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("identity-apache-");
    private readonly int port = RunningDemo.FreePorts(1)[0];
    private Process? process;

    public static bool IsInstalled => File.Exists(Program) && File.Exists(Path.Combine(Modules, "mod_auth_openidc.so"));

    public Uri Address => new($"http://localhost:{port}/");

    /// <summary>Where a browser comes back with a code, and where it goes to sign out.</summary>
    public Uri Callback => new(Address, "protected/callback");

    /// <summary>Where the module is told that a session ended.</summary>
    public Uri BackChannelLogout => new(Callback, "?logout=backchannel");

    /// <summary>The page after that, for everybody.</summary>
    public Uri SignedOut => new(Address, "signed-out");

    private string Configuration => Path.Combine(folder.FullName, "apache.conf");

    /// <summary>Starts it as an application of this provider.</summary>
    public async Task StartAsync(Uri provider, string clientId, string secret, CancellationToken cancellationToken)
    {
        await WriteAsync(provider, clientId, secret);
        process = Process.Start(new ProcessStartInfo(Program, ["-f", Configuration, "-DFOREGROUND"]) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("Apache did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var tries = 0; tries < 600; tries++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"Apache ended with {process.ExitCode}: {Log()}");
            try
            {
                using var response = await http.GetAsync(SignedOut, cancellationToken);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException problem) when (problem.StatusCode is null)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        throw new InvalidOperationException($"Apache did not answer: {Log()}");
    }

    /// <summary>What it complained of.</summary>
    public string Log() => Path.Combine(folder.FullName, "error.log") is var log && File.Exists(log) ? File.ReadAllText(log) : "";

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // As its own control does: the parent ends its children.
            using var stop = Process.Start(new ProcessStartInfo(Program, ["-f", Configuration, "-k", "stop"])) ?? throw new InvalidOperationException("Apache did not stop.");
            await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task WriteAsync(Uri provider, string clientId, string secret)
    {
        var pages = folder.CreateSubdirectory("pages");
        await File.WriteAllTextAsync(Path.Combine(pages.FullName, "signed-out"), Page("You have left the council", "Come back soon."));
        await File.WriteAllTextAsync(Path.Combine(pages.CreateSubdirectory("protected").FullName, "page"), Page(
            """Council account of <!--#echo var="OIDC_CLAIM_name" -->""",
            $"""You are <span id="user"><!--#echo var="REMOTE_USER" --></span>. <a href="{Callback.PathAndQuery}?logout={Uri.EscapeDataString(SignedOut.AbsoluteUri)}">Leave</a>"""));
        await File.WriteAllTextAsync(Configuration, string.Create(CultureInfo.InvariantCulture, $"""
            ServerRoot "{folder.FullName}"
            ServerName localhost
            Listen 127.0.0.1:{port}
            PidFile "{folder.FullName}/apache.pid"
            ErrorLog "{folder.FullName}/error.log"
            DefaultRuntimeDir "{folder.FullName}"
            {(Environment.IsPrivilegedProcess ? "User www-data\nGroup www-data" : "")}
            LoadModule mpm_event_module {Modules}/mod_mpm_event.so
            LoadModule authn_core_module {Modules}/mod_authn_core.so
            LoadModule authz_core_module {Modules}/mod_authz_core.so
            LoadModule authz_user_module {Modules}/mod_authz_user.so
            LoadModule include_module {Modules}/mod_include.so
            LoadModule auth_openidc_module {Modules}/mod_auth_openidc.so
            StartServers 1

            OIDCProviderMetadataURL {new Uri(provider, ".well-known/openid-configuration").AbsoluteUri}
            OIDCClientID {clientId}
            OIDCClientSecret {secret}
            OIDCRedirectURI {Callback.AbsoluteUri}
            OIDCCryptoPassphrase {RandomNumberGenerator.GetHexString(32)}
            OIDCScope "openid profile"
            OIDCPKCEMethod S256
            OIDCRemoteUserClaim sub
            OIDCPassClaimsAs environment
            OIDCSessionType server-cache

            DocumentRoot "{pages.FullName}"
            <Directory "{pages.FullName}">
              Require all granted
              Options +Includes
              ForceType text/html
              SetOutputFilter INCLUDES
            </Directory>
            <Location /protected>
              AuthType openid-connect
              Require valid-user
            </Location>
            """));
        // The children of a privileged Apache are somebody else.
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    }

    private static string Page(string heading, string text) =>
        $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Council</title></head><body><main><h1>{heading}</h1><p>{text}</p></main></body></html>""";
}
