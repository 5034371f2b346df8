namespace Identity.Domain.Phones;

/// <summary>Names of what is sent to telephones alone; the locales hold the words of the text and of the call.</summary>
public static class PhoneTexts
{
    /// <summary>A code. Value: <c>code</c>; for a text also <c>host</c>, for which alone a browser fills it in.</summary>
    public const string Code = "phone-code";
}
