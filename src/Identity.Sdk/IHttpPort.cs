namespace Identity.Sdk;

/// <summary>The way out of the server.</summary>
public interface IHttpPort
{
    /// <summary>
    /// A client for one place. It speaks to that origin alone, by https (by http on loopback outside Production), follows no
    /// redirect, gives up after <paramref name="timeout"/> and reads no answer longer than <paramref name="mostBytes"/>. Ask
    /// once and keep it.
    /// </summary>
    /// <param name="name">What metrics call the place: a-z, 0-9 and hyphens.</param>
    /// <param name="origin">Its scheme, host and port. What follows is the base for relative addresses.</param>
    /// <param name="timeout">How long one exchange may take, a minute at most.</param>
    /// <param name="mostBytes">The longest answer, ten megabytes at most.</param>
    /// <exception cref="ArgumentException">A limit is outside its bounds, or the origin is not one it may speak to.</exception>
    HttpClient Client(string name, Uri origin, TimeSpan timeout, int mostBytes = 1024 * 1024);
}
