namespace Identity.Benchmarks.Workloads;

/// <summary>The cookies of one browser, without the care for paths and times that nothing here needs.</summary>
internal sealed class Jar
{
    private readonly Dictionary<string, string> _cookies = [];

    public void Send(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
    }

    public void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        foreach (var parts in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            if (parts[1].Length == 0)
                _cookies.Remove(parts[0]);
            else
                _cookies[parts[0]] = parts[1];
        }
    }
}
