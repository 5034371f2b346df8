namespace Identity.Web.Pages.RecoveryContacts;

/// <summary>What can be wrong with an answer here, by the key of its words.</summary>
internal static class RecoveryContactProblems
{
    public const string NameMissing = "contacts.name.missing";
    public const string NameLong = "contacts.name.long";
    public const string EmailMissing = "contacts.email.missing";
    public const string EmailFormat = "create.email.format";
    public const string EmailOwn = "contacts.email.own";
    public const string EmailAlready = "contacts.email.already";
}
