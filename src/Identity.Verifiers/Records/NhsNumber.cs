namespace Identity.Verifiers.Records;

/// <summary>NHS numbers, as the NHS Data Dictionary has them: nine digits and a check digit.</summary>
internal static class NhsNumber
{
    /// <summary>The system by which FHIR names them.</summary>
    public const string FhirSystem = "https://fhir.nhs.uk/Id/nhs-number";

    /// <summary>Reads one that somebody typed, in groups or not.</summary>
    /// <returns>Ten digits; null when it is none.</returns>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) && Check(digits) == digits[9] - '0' ? digits : null;
    }

    // Modulus 11: weights from ten to two; eleven counts as nought, and for ten no number is given out.
    private static int Check(string digits)
    {
        var rest = 11 - digits.Take(9).Select((digit, at) => (digit - '0') * (10 - at)).Sum() % 11;
        return rest == 11 ? 0 : rest;
    }
}
