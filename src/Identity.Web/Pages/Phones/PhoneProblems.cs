using Identity.Domain.Credentials;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;

namespace Identity.Web.Pages.Phones;

/// <summary>What can be wrong with a number or a code sent there, and how the code comes, by the key of the words.</summary>
internal static class PhoneProblems
{
    public const string CodeWrong = "phones.code.wrong";

    /// <summary>Says that a new code is on its way, so send one.</summary>
    public const string CodeExpired = "phones.code.expired";

    /// <summary>The code is dead after five tries, and a new one is on its way.</summary>
    public const string CodeUsedUp = "phones.code.usedUp";

    public const string HowMissing = "phones.add.how.missing";

    public static string Of(CodeReading reading) => reading switch
    {
        CodeReading.Empty => "phones.code.missing",
        CodeReading.TooShort => "create.code.short",
        CodeReading.TooLong => "create.code.long",
        _ => "create.code.letters",
    };

    public static string Of(PhoneReading reading) => reading switch
    {
        PhoneReading.Empty => "phones.add.missing",
        PhoneReading.Costly => "phones.add.costly",
        PhoneReading.OtherCountry => "phones.add.country",
        _ => "phones.add.format",
    };

    public static string OnItsWay(MessageChannel channel) => channel is MessageChannel.Text ? "phones.code.texted" : "phones.code.calling";
}
