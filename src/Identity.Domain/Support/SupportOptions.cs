using Identity.Domain.Support.Cases;

namespace Identity.Domain.Support;

/// <summary>The support console: where it stands, how staff stay signed in, what each role may do. Section <c>Support</c>.</summary>
public sealed class SupportOptions
{
    /// <summary>The port of its own that the console answers on; 0 where there is no console.</summary>
    public int Port { get; set; }

    /// <summary>How the browsers of staff know it, such as <c>https://support.identity.example</c>; the port on localhost while it is empty.</summary>
    public string Address { get; set; } = "";

    /// <summary>A session of staff that nobody uses for this long has ended.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A session of staff ends this long after it began.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long ago somebody may have used their passkey where a decision asks for it.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the code of an invitation works.</summary>
    public TimeSpan Invitation { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a role lasts before two people have to give it again.</summary>
    public TimeSpan Role { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How many accounts one member of staff may look for within an hour.</summary>
    public int LooksPerHour { get; set; } = 30;

    /// <summary>Looks of one member of staff within a day from which supervisors are shown them.</summary>
    public int AlertLooks { get; set; } = 60;

    /// <summary>The same for looks that found nothing.</summary>
    public int AlertMisses { get; set; } = 10;

    /// <summary>Of a hundred looks, how many are drawn for a colleague to review.</summary>
    public int SampleLooks { get; set; } = 5;

    /// <summary>The hour of the day, in UTC, before which a look is unusual.</summary>
    public int WorkFrom { get; set; } = 6;

    /// <summary>The hour of the day, in UTC, from which a look is unusual again.</summary>
    public int WorkUntil { get; set; } = 21;

    /// <summary>How long what two people decided waits before it is done, so that the citizen can stop it.</summary>
    public TimeSpan CoolingOff { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long an account that staff pause is paused, unless they renew it.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long an account that will be closed is held, so that its owner can come back.</summary>
    public TimeSpan Closing { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long after it was opened a case should be dealt with that follows something up.</summary>
    public TimeSpan FollowUpClock { get; set; } = TimeSpan.FromDays(2);

    /// <summary>The same for one in which a way in is taken away, a way back is opened, or a detail is corrected.</summary>
    public TimeSpan ChangeClock { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The same for one in which an account ends.</summary>
    public TimeSpan EndingClock { get; set; } = TimeSpan.FromDays(16);

    /// <summary>How many codes that lead to nobody one member of staff may type at a desk within a day.</summary>
    public int DeskWrongCodes { get; set; } = 10;

    /// <summary>For how many people one member of staff may vouch within 30 days.</summary>
    public int DeskVouches { get; set; } = 10;

    /// <summary>How long the code works that takes somebody to a desk because no check by telephone is enough, and what was seen there counts.</summary>
    public TimeSpan Visit { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Lets staff in with one passkey of any kind. Refused in Production.</summary>
    public bool DangerAnyPasskey { get; set; }

    /// <summary>What each role may do, with a space between two permissions.</summary>
    public IDictionary<string, string> Roles { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["agent"] = "find act approve",
        ["senior"] = "find reveal break-glass act approve",
        ["supervisor"] = "find reveal flag act approve watch",
        ["auditor"] = "watch audit",
        ["desk"] = "desk",
        ["operator"] = "manage-staff manage-roles",
    };

    /// <summary>How long after it was opened a case of a kind should be dealt with.</summary>
    public TimeSpan ClockOf(CaseKind kind) => kind switch
    {
        CaseKind.FollowUp => FollowUpClock,
        CaseKind.Ending => EndingClock,
        _ => ChangeClock,
    };

    /// <summary>The origin of the console's pages, or null where there is no console.</summary>
    public Uri? ToOrigin() => Port == 0 ? null : new Uri(Address.Length > 0 ? Address : $"http://localhost:{Port}");
}
