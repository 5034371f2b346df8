using System.Net;
using System.Text;
using Identity.Sdk;

namespace Identity.Verifiers.Records;

/// <summary>An organisation's service that looks at its records. Safe for concurrent use.</summary>
internal sealed class RecordService
{
    private const int MostBytes = 256 * 1024;
    private const int MostToken = 8 * 1024;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    private readonly HttpClient _client;
    private readonly string _tokenFile;

    private RecordService(string organisation, HttpClient client, string tokenFile) => (Organisation, _client, _tokenFile) = (organisation, client, tokenFile);

    /// <summary>What the organisation is called.</summary>
    public string Organisation { get; }

    /// <summary>Reads the settings <c>Address</c>, <c>Organisation</c>, <c>TokenFile</c> and <c>Timeout</c>.</summary>
    /// <returns>Null, after faults, when they cannot be used.</returns>
    public static RecordService? Read(string name, IVerifierPorts ports, VerifierSettings settings)
    {
        var address = settings.Address("Address");
        var organisation = settings.Required("Organisation");
        var timeout = settings.Duration("Timeout", Usual, Least, Most);
        var tokenFile = settings.Text("TokenFile");
        if (organisation.Length > RecordPerson.LongestName)
            settings.Fault("Organisation", $"is longer than {RecordPerson.LongestName} characters: write what people call it.");
        // Read again at each request, so that a token can be renewed; one that is missing is told at the start.
        if (tokenFile.Length > 0 && !(Path.IsPathFullyQualified(tokenFile) && File.Exists(tokenFile)))
            settings.Fault("TokenFile", $"is '{tokenFile}', which is not there: write the whole path of a file.");
        if (settings.HasFaults || address is null)
            return null;

        // Without a slash at its end the last part of a base would be lost (RFC 3986 §5.2.3).
        var origin = address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        return new(organisation, ports.Http.Client(name, origin, timeout, MostBytes), tokenFile);
    }

    /// <summary>Asks it.</summary>
    /// <param name="path">Where, below its address; empty for the address itself.</param>
    /// <param name="mediaType">Of the question and of the answer.</param>
    /// <param name="body">The question, as JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, as JSON; null when there was none that can be used, for whatever reason.</returns>
    public async Task<string?> AskAsync(string path, string mediaType, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            request.Headers.Accept.ParseAdd(mediaType);
            if (_tokenFile.Length > 0)
                request.Headers.Authorization = new("Bearer", await TokenAsync(cancellationToken));
            using var response = await _client.SendAsync(request, cancellationToken);
            if (response.StatusCode is not HttpStatusCode.OK || !IsJson(response.Content.Headers.ContentType?.MediaType, mediaType))
                return null;
            return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // It took longer than its time.
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static bool IsJson(string? found, string expected) =>
        expected.Equals(found, StringComparison.OrdinalIgnoreCase) || "application/json".Equals(found, StringComparison.OrdinalIgnoreCase);

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(_tokenFile);
        return file.Length <= MostToken ? (await File.ReadAllTextAsync(_tokenFile, cancellationToken)).Trim() : throw new IOException("The token is too long.");
    }
}
