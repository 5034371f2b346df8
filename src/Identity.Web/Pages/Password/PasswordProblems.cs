namespace Identity.Web.Pages.Password;

/// <summary>What can be wrong with an answer here, by the key of its words.</summary>
internal static class PasswordProblems
{
    public const string PresentMissing = "password.present.missing";
    public const string PresentWrong = "password.present.wrong";
    public const string NewMissing = "password.new.missing";
    public const string Same = "password.new.same";
}
