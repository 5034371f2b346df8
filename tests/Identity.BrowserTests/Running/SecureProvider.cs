namespace Identity.BrowserTests.Running;

/// <summary>The provider at an https address, as passkeys meet it everywhere but in development.</summary>
public sealed class SecureProvider() : RunningProvider("default", secure: true);
