using Identity.Demo.Hosting;

namespace Identity.Demo.RecordsApi;

/// <summary>Invents private notes: the same ones for the same <c>sub</c>, dated back from today.</summary>
internal sealed class NoteBook(TimeProvider clock)
{
    private static readonly string[] Doctors = ["Dr Adeyemi", "Dr Lindqvist", "Dr Parry"];
    private static readonly string[] Notes =
        ["Spoke about trouble sleeping since the move. We try a fixed hour first, and talk again in a month.",
         "Has told nobody at work about the diagnosis, and wants it to stay so.",
         "Worried about the test for a condition that runs in the family. Knows that the result can wait until they ask.",
         "Came alone and wants letters sent by email only, not to the house.",
         "Feels low in the dark months. Has somebody to call, and knows to come back sooner if it gets worse."];

    public IReadOnlyList<PrivateNote> Of(string subject)
    {
        var choice = new SeededChoice(subject);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. choice.Some("private notes", Notes, 2)
            .Select(text => new PrivateNote(today.AddDays(-14 - choice.Number($"{text} date", 400)), choice.One(text, Doctors), text))
            .OrderByDescending(note => note.Written)];
    }
}
