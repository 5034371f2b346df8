namespace Identity.Domain.Credentials;

internal abstract record PasswordReading
{
    private PasswordReading() { }

    public sealed record Read(string Text, int Characters) : PasswordReading;

    public sealed record Empty : PasswordReading;

    public sealed record TooLong : PasswordReading;

    public sealed record Unreadable : PasswordReading;
}
