using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Limits;

/// <summary>
/// Counts requests by network at each unauthenticated endpoint, on this node only, in memory that does not grow. A
/// sliding window is told from two fixed ones. Safe for concurrent use.
/// </summary>
public sealed class NetworkLimiter(IOptions<LimitOptions> options, TimeProvider clock, LimitMetrics? metrics = null)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _turn = new();
    private CountSketch _current = new();
    private CountSketch _previous = new();
    private long _window;

    /// <summary>Counts one request, unless its network has had its share; what is refused is not counted.</summary>
    /// <param name="endpoint">Name of what is asked; each has its own count and may have its own limit.</param>
    /// <param name="network">Who asks.</param>
    public LimitDecision Take(string endpoint, Network network)
    {
        var decision = Decide(endpoint, network);
        return metrics?.Count(LimitMetrics.Network, decision) ?? decision;
    }

    private LimitDecision Decide(string endpoint, Network network)
    {
        if (options.Value.DangerLiftOnLoopback && network.IsLoopback)
            return new LimitDecision.Allowed();
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{endpoint} {network}"), key);
        var most = options.Value.MostPerNetwork(endpoint);
        lock (_turn)
        {
            var share = Turn(out var start);
            var (earlier, now) = (_previous.Count(key), _current.Count(key));
            if (earlier * (1 - share) + now < most)
            {
                _current.Add(key);
                return new LimitDecision.Allowed();
            }
            return new LimitDecision.RetryAt(start + RoomAgain(earlier, now, most));
        }
    }

    /// <summary>Makes the current window the one that now belongs to; returns how much of it has passed.</summary>
    private double Turn(out DateTimeOffset start)
    {
        var length = options.Value.NetworkWindow.Ticks;
        var now = clock.GetUtcNow().UtcTicks;
        var window = now / length;
        if (window != _window)
        {
            (_previous, _current) = (window == _window + 1 ? _current : new(), new());
            _window = window;
        }
        start = new(window * length, TimeSpan.Zero);
        return (now - start.UtcTicks) / (double)length;
    }

    /// <summary>How long after the start of this window the estimate falls below the limit, in whole seconds.</summary>
    private TimeSpan RoomAgain(int earlier, int now, int most)
    {
        var window = options.Value.NetworkWindow;
        // Within this window when the earlier one's share falling away is enough, within the next one otherwise.
        var exact = now < most
            ? window * (1 - (double)(most - now) / earlier)
            : window * (2 - (double)most / now);
        return TimeSpan.FromSeconds(Math.Floor(exact.TotalSeconds) + 1);
    }
}
