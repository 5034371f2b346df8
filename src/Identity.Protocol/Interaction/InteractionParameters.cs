namespace Identity.Protocol.Interaction;

/// <summary>The one parameter we add to the authorization endpoint, for our own pages to come back by.</summary>
internal static class InteractionParameters
{
    /// <summary>The key of the journey that holds the request.</summary>
    public const string Interaction = "interaction";
}
