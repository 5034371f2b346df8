using System.Globalization;
using Identity.Domain.Verification.Levels;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification.Record;

/// <summary>When people are told that their proof runs out.</summary>
internal sealed class ProofTimes(IOptions<VerificationOptions> options, TimeProvider clock)
{
    private const int Most = 5;

    private readonly IReadOnlyList<TimeSpan> _before = Read(options.Value.RemindDaysBefore) ?? [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>The times before an end, the longest first; null when they are none that can be used.</returns>
    public static IReadOnlyList<TimeSpan>? Read(string days)
    {
        var read = days.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 365 ? TimeSpan.FromDays(number) : (TimeSpan?)null).ToList();
        return read.Count <= Most && read.All(time => time is not null) ? [.. read.OfType<TimeSpan>().Distinct().OrderDescending()] : null;
    }

    /// <summary>The next time at which to look at evidence; null when there is none.</summary>
    public DateTimeOffset? Next(HeldEvidence evidence, Lifetimes lifetimes) =>
        Times(evidence, lifetimes).Select(pair => (DateTimeOffset?)pair.At).Where(at => at > Now).Min();

    /// <summary>How long before an end it is now, where it was to be told since a time.</summary>
    /// <returns>Null when nothing was to be told.</returns>
    public TimeSpan? Due(HeldEvidence evidence, Lifetimes lifetimes, DateTimeOffset since) =>
        Times(evidence, lifetimes).Where(pair => pair.At >= since && pair.At <= Now && pair.At + pair.Before > Now).Select(pair => (TimeSpan?)pair.Before).Max();

    private IEnumerable<(DateTimeOffset At, TimeSpan Before)> Times(HeldEvidence evidence, Lifetimes lifetimes) =>
        from end in evidence.Ends(lifetimes) from before in _before select (end - before, before);
}
