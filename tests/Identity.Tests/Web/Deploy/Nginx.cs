using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Identity.Testing;

namespace Identity.Tests.Web.Deploy;

/// <summary>A real nginx on loopback, set up by the example that operators get, with a certificate of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private const string Subject = "CN=localhost";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nginx-");
    private readonly int _http = ProviderProcess.FreePort();
    private readonly int _https = ProviderProcess.FreePort();
    private Process? _process;

    public static bool IsInstalled => File.Exists(Program);

    public Uri Https => new($"https://localhost:{_https}/");

    public Uri Http => new($"http://localhost:{_http}/");

    public static SocketsHttpHandler Handler() => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        // The certificate is this test's own, which no authority knows.
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == Subject },
    };

    public async Task StartAsync(Uri upstream, params (string Old, string New)[] changes)
    {
        WriteCertificate();
        var site = changes.Append(("listen 80;", $"listen 127.0.0.1:{_http};"))
            .Append(("listen 443 ssl http2;", $"listen 127.0.0.1:{_https} ssl http2;"))
            .Append(("server 127.0.0.1:5000;", $"server 127.0.0.1:{upstream.Port};"))
            .Append(("/etc/nginx/identity.crt", In("identity.crt"))).Append(("/etc/nginx/identity.key", In("identity.key")))
            .Aggregate(await File.ReadAllTextAsync(Repository.At("config", "deploy", "nginx.conf")), Change);
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {In(kind)};"));
        await File.WriteAllTextAsync(In("nginx.conf"),
            $"daemon off; master_process off; pid {In("pid")}; error_log {In("error.log")}; events {{}} http {{ {temporary}\n{site.Replace("identity.example", "localhost", StringComparison.Ordinal)} }}");

        using (var test = Process.Start(Program, ["-t", "-q", "-c", In("nginx.conf")]))
        {
            await test.WaitForExitAsync();
            Assert.Equal(0, test.ExitCode);
        }

        _process = Process.Start(Program, ["-c", In("nginx.conf")]);
        await ListeningAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private static string Change(string text, (string Old, string New) change)
    {
        Assert.Contains(change.Old, text, StringComparison.Ordinal);
        return text.Replace(change.Old, change.New, StringComparison.Ordinal);
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        File.WriteAllText(In("identity.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(In("identity.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task ListeningAsync()
    {
        using var http = new HttpClient(Handler());
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(Http);
                if (answer.StatusCode == HttpStatusCode.PermanentRedirect)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"nginx did not start: {await File.ReadAllTextAsync(In("error.log"))}");
    }
}
