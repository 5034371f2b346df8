using System.Net;
using System.Text.RegularExpressions;
using Identity.Benchmarks.Servers;
using Identity.Testing.Passkeys;

namespace Identity.Benchmarks.Workloads;

/// <summary>A citizen's browser: follows redirects, fills in what a sign-in asks for, and ends at the application.</summary>
/// <param name="http">The way to the server.</param>
/// <param name="email">Whose it is.</param>
/// <param name="passkey">What they sign in with; null for their password.</param>
internal sealed partial class Browser(HttpClient http, string email, SoftwareAuthenticator? passkey = null)
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
                var html = await response.Content.ReadAsStringAsync();
                request = passkey is null
                    ? Fill(request.RequestUri!, html, response.StatusCode) // As above.
                    : await AnswerAsync(request.RequestUri!, html, passkey); // As above.
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

    /// <summary>Does what the script of the page does: fetches the question, and posts what the authenticator answers.</summary>
    private async Task<HttpRequestMessage> AnswerAsync(Uri page, string html, SoftwareAuthenticator authenticator)
    {
        var form = PasskeyForm().Match(html).Value;
        if (form.Length == 0)
            throw new InvalidOperationException($"{page} asks for no passkey.");
        var fields = Input().Matches(form).ToDictionary(input => Attribute(input.Value, "name"), input => Attribute(input.Value, "value"));
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        using var asked = await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(page, Attribute(form, "data-options"))) { Content = body });
        fields["Credential"] = authenticator.Get(await asked.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return new HttpRequestMessage(HttpMethod.Post, new Uri(page, Attribute(form, "action"))) { Content = new FormUrlEncodedContent(fields) };
    }

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<form[^>]*data-passkey=\"get\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PasskeyForm();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
