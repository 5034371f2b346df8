using System.Text;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>
/// How we show a token endpoint who we are (OpenID Connect Core §9). Files are read again at each request, so that what is in
/// them can be renewed while the server runs.
/// </summary>
internal abstract class ClientCredentials(string file)
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Reads the settings <c>KeyFile</c> and <c>SecretFile</c>, of which one has to be there.</summary>
    /// <returns>Null, after a fault, when they cannot be used.</returns>
    public static ClientCredentials? Read(VerifierSettings settings, string clientId, IVerifierPorts ports)
    {
        var (key, secret) = (settings.Text("KeyFile"), settings.Text("SecretFile"));
        if ((key.Length > 0) == (secret.Length > 0))
        {
            settings.Fault("KeyFile", "and SecretFile are both set, or neither is: write one of them, the key where the provider takes one.");
            return null;
        }

        var (setting, file) = key.Length > 0 ? ("KeyFile", key) : ("SecretFile", secret);
        if (!Path.IsPathFullyQualified(file) || !File.Exists(file))
        {
            settings.Fault(setting, $"is '{file}', which is not there: write the whole path of a file.");
            return null;
        }

        if (setting == "SecretFile")
            return new ClientSecret(clientId, file);
        if (ClientKey.Parse(File.ReadAllText(file)) is not null)
            return new ClientKey(clientId, file, ports);
        settings.Fault(setting, $"is '{file}', which is no private key as a JWK (RFC 7517), of EC P-256, P-384 or P-521 or of RSA with 2048 bits or more.");
        return null;
    }

    /// <summary>Adds to a request what shows who we are.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="form">What its body will be.</param>
    /// <param name="provider">Where it goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpstreamFault">The file cannot be used any more.</exception>
    public async Task AddAsync(HttpRequestMessage request, Dictionary<string, string> form, ProviderMetadata provider, CancellationToken cancellationToken)
    {
        try
        {
            var contents = new FileInfo(file).Length <= MostBytes ? await File.ReadAllTextAsync(file, cancellationToken) : "";
            Add(contents.Trim(), request, form, provider);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw UpstreamFault.Broken("client-file");
        }
    }

    protected abstract void Add(string contents, HttpRequestMessage request, Dictionary<string, string> form, ProviderMetadata provider);
}

/// <summary><c>client_secret_basic</c>, or <c>client_secret_post</c> where the provider does not take that.</summary>
internal sealed class ClientSecret(string clientId, string file) : ClientCredentials(file)
{
    protected override void Add(string contents, HttpRequestMessage request, Dictionary<string, string> form, ProviderMetadata provider)
    {
        if (contents.Length == 0)
            throw UpstreamFault.Broken("client-file");
        if (provider.Authenticates("client_secret_basic"))
        {
            // RFC 6749 §2.3.1: each part is form-encoded before they are joined.
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(contents)}")));
            return;
        }

        (form["client_id"], form["client_secret"]) = (clientId, contents);
    }
}
