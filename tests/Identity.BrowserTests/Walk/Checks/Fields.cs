namespace Identity.BrowserTests.Walk.Checks;

/// <summary>Fields, buttons and languages: what a browser may fill in, what can be pasted, what a thumb can hit.</summary>
internal static class Fields
{
    // What somebody is asked about themselves, by its name: the tokens of WCAG 2.2 §1.3.5.
    private static readonly Dictionary<string, string> Purposes = new()
    {
        ["Email"] = "email|username webauthn",
        ["username"] = "username",
        ["Password"] = "current-password|new-password",
        ["PresentPassword"] = "current-password",
        ["NewPassword"] = "new-password",
        ["Code"] = "one-time-code",
        ["NumberCode"] = "one-time-code",
        ["SentCode"] = "one-time-code",
        ["Street"] = "street-address",
        ["Place"] = "street-address",
        ["Town"] = "address-level2",
        ["Postcode"] = "postal-code",
        ["Nickname"] = "off",
        ["Number"] = "tel",
        ["Identifier"] = "username",
        ["TheirName"] = "off",
        ["TheirEmail"] = "off",
        ["First"] = "given-name",
        ["Last"] = "family-name",
        ["Birth.Day"] = "bday-day",
        ["Birth.Month"] = "bday-month",
        ["Birth.Year"] = "bday-year",
        ["Answers[0].Code"] = "off",
        ["Answers[0].Value"] = "street-address",
        ["Uploaded"] = "off",
        ["Words"] = "off",
        ["TheirCode"] = "off",
        ["UserCode"] = "off",
    };

    // What staff are asked is of others, and no browser fills it in.
    private static readonly Dictionary<string, string> OfOthers = new[]
    {
        "InvitationCode", "By", "Whole", "Words", "FollowWords", "Sign", "Number", "Code", "TheirFirst", "TheirLast", "NewEmail", "Born.Day", "Born.Month", "Born.Year",
        "Country", "DocumentNumber", "Years", "Name", "Email", "OwnEmail",
    }.ToDictionary(name => name, _ => "off");

    // What a developer is asked is of an organisation or of an application.
    private static readonly Dictionary<string, string> OfApplications = new() { ["*"] = "off", ["Name"] = "organization" };

    private const string Look =
        """
        ([purposes, locale]) => {
          const faults = [], shown = e => e.checkVisibility();
          for (const field of document.querySelectorAll("main input:not([type=hidden]):not([type=checkbox]):not([type=radio]), main textarea")) {
            const wanted = purposes[field.name] ?? purposes["*"];
            if (!wanted) faults.push(`fields: nobody has said what '${field.name}' is for`);
            else if (!wanted.split("|").includes(field.autocomplete || field.getAttribute("autocomplete"))) faults.push(`fields: autocomplete of '${field.name}' is '${field.getAttribute("autocomplete")}'`);
            if (!shown(field)) continue;
            const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
            if (!field.dispatchEvent(paste) || field.maxLength > -1 || field.readOnly || field.disabled) faults.push(`fields: nothing can be pasted into '${field.name}'`);
          }
          for (const button of document.querySelectorAll("main .id-button")) {
            const box = button.getBoundingClientRect();
            if (shown(button) && (box.height < 44 || box.width < 44)) faults.push(`targets: '${button.textContent.trim()}' is ${box.width} by ${box.height}`);
          }
          if (document.querySelector("meta[http-equiv=refresh i]")) faults.push("time: the page reloads itself");
          if (document.documentElement.lang !== locale) faults.push(`language: the page is in '${document.documentElement.lang}'`);
          for (const link of document.querySelectorAll(".govuk-language-navigation a, .govuk-language-navigation span[aria-current]"))
            if (!link.lang) faults.push(`language: '${link.textContent}' does not say its own`);
          if (document.querySelectorAll("h1").length !== 1) faults.push("there is not one heading");
          return faults;
        }
        """;

    public static Task<IEnumerable<string>> LookAsync(Visit visit) => visit.FaultsAsync(Look, new object[] { Purpose(visit.State), visit.Locale });

    private static Dictionary<string, string> Purpose(PageState state) => state.IsConsole ? OfOthers : state.IsPortal ? OfApplications : Purposes;
}
