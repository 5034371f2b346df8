using Identity.BrowserTests.Running;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>The screens that every journey has to work on.</summary>
public sealed class Screens : TheoryData<Screen>
{
    public Screens() => AddRange(Screen.Wide, Screen.Phone, Screen.PhoneWithoutScript);
}
