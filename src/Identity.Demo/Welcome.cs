using Identity.Demo.Hosting;

namespace Identity.Demo;

/// <summary>Tells a newcomer where to go.</summary>
internal static class Welcome
{
    public static string Text(DemoOptions options) =>
        $"""

        Identity is running. Stop it with Ctrl+C.

          Appointments    {options.Appointments.Origin()}
          Health record   {options.HealthRecord.Origin()}
          Records API     {options.RecordsApi.Origin()}
          The watch       {options.Wearable.Origin()}
          The provider    {options.Provider.Origin()}
          Its mailbox     {options.Provider.Origin()}/dev/mailbox
          Its support     {options.Support.Origin()}/support

        Sign in as alice@example.test or bob@example.test, password {FirstData.Password},
        or create an account of your own: its code arrives in the mailbox.
        The private notes of Health record ask for more than a password: a passkey, or a code from an app.
        The codes by which you join its support staff, with a passkey of any kind, are in {options.SupportCodes}.
        What the provider keeps is in {options.Data}; delete that folder to start afresh.

        """;
}
