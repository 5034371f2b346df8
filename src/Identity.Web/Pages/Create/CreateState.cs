using System.Text.Json.Serialization;

namespace Identity.Web.Pages.Create;

/// <summary>How far somebody has come in creating an account: a type for each stage.</summary>
[JsonDerivedType(typeof(CodeSent), "sent")]
[JsonDerivedType(typeof(EmailConfirmed), "confirmed")]
[JsonDerivedType(typeof(Named), "named")]
[JsonDerivedType(typeof(Created), "created")]
internal abstract record CreateState
{
    private CreateState()
    {
    }

    /// <summary>A code is on its way to the address.</summary>
    public sealed record CodeSent(string Email) : CreateState;

    /// <summary>The code came back.</summary>
    public sealed record EmailConfirmed(string Email) : CreateState;

    /// <summary>Somebody without an address said what they are called; this ID will be theirs.</summary>
    public sealed record Named(string SignInId, string? Given, string? Family) : CreateState;

    /// <summary>The account is there.</summary>
    public sealed record Created(Guid Account) : CreateState;
}
