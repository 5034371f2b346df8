namespace Identity.BrowserTests.Running;

/// <summary>The provider with a support console, as the demo has one.</summary>
public sealed class SupportProvider() : RunningProvider("default", staffed: true);
