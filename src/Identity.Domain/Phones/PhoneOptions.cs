using Identity.Domain.Limits;
using Identity.Domain.Notifications;

namespace Identity.Domain.Phones;

/// <summary>Whose telephones codes go to, and how many. Section <c>Phones</c>.</summary>
public sealed class PhoneOptions
{
    private static readonly string[] Home = ["GB", "GG", "IM", "JE"];

    /// <summary>The country of a number that is written without one, by its ISO 3166 code.</summary>
    public string Region { get; set; } = "GB";

    /// <summary>The countries that codes are sent to, by ISO 3166 code; empty means the British Isles but Ireland.</summary>
    public IList<string> Countries { get; } = [];

    /// <summary>Most telephones of one account.</summary>
    public int MostPerAccount { get; set; } = 5;

    /// <summary>How long a code sent by text or call works.</summary>
    public TimeSpan CodeLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes after which the codes sent so far work no more.</summary>
    public int CodeAttempts { get; set; } = 5;

    /// <summary>Codes sent to one number within <see cref="CodeResendWindow"/>.</summary>
    public int CodeResends { get; set; } = 5;

    /// <summary>The time within which codes to one number are counted.</summary>
    public TimeSpan CodeResendWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Codes sent to one number in a day.</summary>
    public int CodesPerNumberADay { get; set; } = 10;

    /// <summary>Codes sent in a day to the thousand numbers that differ in their last three figures.</summary>
    public int CodesPerRangeADay { get; set; } = 30;

    /// <summary>Codes that one network may have sent in a day.</summary>
    public int CodesPerNetworkADay { get; set; } = 50;

    /// <summary>Codes sent to one country in a day.</summary>
    public int CodesPerCountryADay { get; set; } = 20_000;

    /// <summary>The same for the countries named here.</summary>
    public IDictionary<string, int> CodesADayTo { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notices sent to one number in a day, by text or call.</summary>
    public int NoticesPerNumberADay { get; set; } = 5;

    /// <summary>The hour of the day, in UTC, before which no telephone rings with a notice.</summary>
    public int CallsFrom { get; set; } = 9;

    /// <summary>The hour of the day, in UTC, from which none rings any more.</summary>
    public int CallsUntil { get; set; } = 19;

    internal CallHours Calls => new(CallsFrom, CallsUntil);

    internal WindowPolicy Resends => new(CodeResends, CodeResendWindow);

    internal bool Serves(string country) => (Countries.Count == 0 ? Home : Countries).Contains(country, StringComparer.OrdinalIgnoreCase);

    internal int MostTo(string country) => CodesADayTo.TryGetValue(country, out var most) ? most : CodesPerCountryADay;
}
