using Identity.Domain.Partners.Organisations;

namespace Identity.Web.Areas.Partners.Access;

/// <summary>Somebody who comes to the portal.</summary>
internal enum Visitor
{
    Anybody,

    /// <summary>Somebody who signed in as themselves, with a second step or a passkey.</summary>
    SignedIn,
}

/// <summary>Who may open a page of the portal. A page without it stops the start.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenToAttribute : Attribute
{
    public OpenToAttribute(Visitor visitor) => Visitor = visitor;

    /// <summary>Somebody whose role in the organisation of the address lets them.</summary>
    public OpenToAttribute(PartnerRight right) => (Visitor, Right) = (Visitor.SignedIn, right);

    public Visitor Visitor { get; }

    public PartnerRight? Right { get; }

    /// <summary>Whether they must have confirmed that it is them just now.</summary>
    public bool Fresh { get; init; }
}
