namespace Identity.BrowserTests.Running;

/// <summary>What somebody looks through.</summary>
/// <param name="Width">In CSS pixels; 320 is the narrowest that everything has to fit (WCAG 2.2, 1.4.10).</param>
/// <param name="Script">Whether pages may run script.</param>
public sealed record Screen(int Width, bool Script)
{
    public static readonly Screen Wide = new(1280, true);
    public static readonly Screen Phone = new(320, true);
    public static readonly Screen WithoutScript = new(1280, false);
    public static readonly Screen PhoneWithoutScript = new(320, false);
}
