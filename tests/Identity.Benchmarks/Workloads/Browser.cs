using System.Net;
using System.Text.RegularExpressions;
using Identity.Benchmarks.Servers;

namespace Identity.Benchmarks.Workloads;

/// <summary>A citizen's browser: follows redirects, fills in what a sign-in asks for, and ends at the application.</summary>
internal sealed partial class Browser(HttpClient http, string email)
{
    private const int MostSteps = 12;
    private readonly Jar _jar = new();

    /// <returns>The address at the application that the server sent the browser to.</returns>
    public async Task<Uri> ReachApplicationAsync(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        for (var step = 0; step < MostSteps; step++)
        {
            using var response = await SendAsync(request);
            if (response.Headers.Location is { } location)
            {
                var next = new Uri(request.RequestUri!, location); // It has just been sent.
                if (next.AbsoluteUri.StartsWith(Applications.RedirectUri, StringComparison.Ordinal))
                    return next;
                request = new HttpRequestMessage(HttpMethod.Get, next);
            }
            else
            {
                request = Fill(request.RequestUri!, await response.Content.ReadAsStringAsync(), response.StatusCode); // As above.
            }
        }

        throw new InvalidOperationException($"The sign-in did not end within {MostSteps} steps; it stands at {request.RequestUri}.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        _jar.Send(request);
        var response = await http.SendAsync(request);
        _jar.Keep(response);
        return response;
    }

    private HttpRequestMessage Fill(Uri page, string html, HttpStatusCode status)
    {
        var fields = Input().Matches(Form().Match(html).Value).Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value")))
            .Where(field => field.Name.Length > 0)
            .Select(field => KeyValuePair.Create(field.Name, field.Name switch { "Email" => email, "Password" => Applications.Password, _ => field.Value })).ToList();
        if (status != HttpStatusCode.OK || fields.Count == 0)
            throw new InvalidOperationException($"{page} answered {(int)status} and asked for nothing.");
        return new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) };
    }

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
