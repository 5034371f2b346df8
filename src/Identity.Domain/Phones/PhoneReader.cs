using System.Globalization;
using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Identity.Domain.Phones;

/// <summary>Reads telephone numbers as people write them, by the numbering plans of all countries. Safe for concurrent use.</summary>
public sealed class PhoneReader(IOptions<PhoneOptions> options)
{
    private const int LongestTyped = 64;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <summary>Reads what was typed: with or without the country, with whatever spaces, hyphens and brackets.</summary>
    public PhoneReading Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return new PhoneReading.Empty();
        if (typed.Length > LongestTyped || Parse(typed) is not { } number)
            return new PhoneReading.NotANumber();

        return Plans.GetNumberType(number) switch
        {
            PhoneNumberType.UNKNOWN => new PhoneReading.NotANumber(),
            PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE => Served(number, takesTexts: true),
            PhoneNumberType.FIXED_LINE or PhoneNumberType.VOIP => Served(number, takesTexts: false),
            // Premium rate, shared cost, personal numbers that follow somebody at the caller's cost, pagers, switchboards, voicemail.
            _ => new PhoneReading.Costly(),
        };
    }

    internal static string CountryOf(string e164)
    {
        try
        {
            return Plans.GetRegionCodeForNumber(Plans.Parse(e164, null)) ?? "";
        }
        catch (NumberParseException)
        {
            return "";
        }
    }

    private PhoneReading Served(PhoneNumbers.PhoneNumber number, bool takesTexts) =>
        options.Value.Serves(Plans.GetRegionCodeForNumber(number) ?? "")
            ? new PhoneReading.Read(new(Plans.Format(number, PhoneNumberFormat.E164), takesTexts))
            : new PhoneReading.OtherCountry();

    private PhoneNumbers.PhoneNumber? Parse(string typed)
    {
        try
        {
            var number = Plans.Parse(Digits(typed), options.Value.Region);
            // What follows an extension is somebody's desk, where no code should wait.
            return Plans.IsValidNumber(number) && !number.HasExtension ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // Figures of any script, as codes are read too.
    private static string Digits(string typed) =>
        string.Concat(typed.Select(letter => char.IsDigit(letter) ? ((int)char.GetNumericValue(letter)).ToString(CultureInfo.InvariantCulture) : letter.ToString()));
}
