using System.Globalization;
using Identity.Sdk;

namespace Identity.Verifiers.Letter;

/// <summary>
/// The letters of each person: two in thirty days, each with a code of ten characters that works for thirty days, whichever came
/// last. After five wrong codes none is looked at for a day. Kept by person, so that beginning again changes nothing. Safe for
/// concurrent use: what may happen so many times is a place that one alone can take.
/// </summary>
internal sealed class PostedCodes(IVerifierPorts ports)
{
    private const int MostLetters = 2;
    private const int MostTries = 5;
    private const int Length = 10;

    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Sends a letter to the address among the details of a session.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="words">What it says, by language and code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Posting> PostAsync(VerificationSession session, Func<string, string, VerifierLetter> words, CancellationToken cancellationToken)
    {
        var (code, salt, until) = (ports.Random.Code(Length), ports.Random.Token(), Now + Life);
        var posted = new PostedCode { Salt = salt, Hash = PostedCode.HashOf(code, salt), Until = until, Claims = session.Details }.ToJson();
        foreach (var key in Letters(session.Person))
        {
            if (!await ports.Store.AddAsync(key, posted, Life, cancellationToken))
                continue;
            if (await ports.Letters.SendAsync(session, words(session.Locale, $"{code[..(Length / 2)]}-{code[(Length / 2)..]}"), cancellationToken))
                return new Posting.Sent(until);
            await ports.Store.TakeAsync(key, cancellationToken);
            return new Posting.Unavailable();
        }

        return await FullAsync(session.Person, cancellationToken) is { } again ? new Posting.TooMany(again) : new Posting.Unavailable();
    }

    /// <summary>Looks at a code, and counts it. Right once.</summary>
    public async Task<Checking> CheckAsync(string person, string typed, CancellationToken cancellationToken)
    {
        if (await PausedAsync(person, cancellationToken) is { } paused)
            return new Checking.Paused(paused);
        // Counted before anything is compared: of two requests that try the last one, one tries.
        if (!await SpendAsync(person, cancellationToken))
            return new Checking.Paused(await PauseAsync(person, cancellationToken));

        var code = ports.Random.Read(typed, Length) ?? "";
        string? found = null;
        foreach (var key in Letters(person))
        {
            // Every one is compared, so that the time does not tell which of them matched.
            if (await LetterAsync(key, cancellationToken) is { IsUsed: false } letter && letter.Is(code))
                found = key;
        }

        if (found is not null && PostedCode.Of(await ports.Store.TakeAsync(found, cancellationToken)) is { IsUsed: false } right)
        {
            await ports.Store.AddAsync(found, right.Used.ToJson(), right.Until - Now, cancellationToken);
            await ForgiveAsync(person, cancellationToken);
            return new Checking.Right(right.Claims);
        }

        return await ports.Store.GetAsync(Try(person, MostTries - 1), cancellationToken) is null
            ? new Checking.Wrong()
            : new Checking.Paused(await PauseAsync(person, cancellationToken));
    }

    /// <returns>Until when the last code works that somebody has; null when none does.</returns>
    public async Task<DateTimeOffset?> UntilAsync(string person, CancellationToken cancellationToken) =>
        (await AllAsync(person, cancellationToken)).Where(letter => !letter.IsUsed).Select(letter => (DateTimeOffset?)letter.Until).Max();

    /// <returns>When somebody may have another letter; null when they may now.</returns>
    public async Task<DateTimeOffset?> FullAsync(string person, CancellationToken cancellationToken) =>
        await AllAsync(person, cancellationToken) is { Count: MostLetters } letters ? letters.Min(letter => letter.Until) : null;

    private async Task<IReadOnlyList<PostedCode>> AllAsync(string person, CancellationToken cancellationToken)
    {
        var letters = new List<PostedCode>();
        foreach (var key in Letters(person))
        {
            if (await LetterAsync(key, cancellationToken) is { } letter)
                letters.Add(letter);
        }

        return letters;
    }

    private async Task<PostedCode?> LetterAsync(string key, CancellationToken cancellationToken) => PostedCode.Of(await ports.Store.GetAsync(key, cancellationToken));

    private async Task<bool> SpendAsync(string person, CancellationToken cancellationToken)
    {
        for (var number = 0; number < MostTries; number++)
        {
            if (await ports.Store.AddAsync(Try(person, number), "", Life, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<DateTimeOffset?> PausedAsync(string person, CancellationToken cancellationToken) =>
        await ports.Store.GetAsync($"pause {person}", cancellationToken) is { } until ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;

    private async Task<DateTimeOffset> PauseAsync(string person, CancellationToken cancellationToken)
    {
        var until = Now + Pause;
        await ports.Store.PutAsync($"pause {person}", until.ToString("O", CultureInfo.InvariantCulture), Pause, cancellationToken);
        await ForgiveAsync(person, cancellationToken);
        return until;
    }

    private async Task ForgiveAsync(string person, CancellationToken cancellationToken)
    {
        for (var number = 0; number < MostTries; number++)
            await ports.Store.TakeAsync(Try(person, number), cancellationToken);
    }

    private static IEnumerable<string> Letters(string person) => Enumerable.Range(0, MostLetters).Select(number => $"letter {person} {number}");

    private static string Try(string person, int number) => $"try {person} {number}";

    private DateTimeOffset Now => ports.Clock.GetUtcNow();
}
