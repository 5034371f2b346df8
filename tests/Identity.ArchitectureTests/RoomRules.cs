using ArchUnitNET.Domain;

namespace Identity.ArchitectureTests;

/// <summary>The rooms of Protocol: one a specification, each with one door.</summary>
internal static class RoomRules
{
    public const string RoomsKnowSharedRooms = "A room of Protocol knows no other room but the shared ones";
    public const string RoomsAreClosed = "A room of Protocol is closed but for its doors";
    public const string RulesAreSealed = "A type of Protocol is sealed";

    /// <summary>Rooms that others may know, and why. Whatever is not named here is one specification's own business.</summary>
    public static readonly IReadOnlyDictionary<string, string> Shared = new Dictionary<string, string>
    {
        ["Interaction"] = "every request of a browser waits there for the citizen",
        ["Errors"] = "one place decides whether an error is redirected or shown",
        ["Claims"] = "ID tokens and user-info say the same of a person",
        ["SigningKeys"] = "whatever is signed is signed by the one ring",
        ["ClientAuthentication"] = "every endpoint of the back channel asks who calls",
        ["Grants"] = "codes, tokens and revocation are states of one row",
        ["Outgoing"] = "whoever calls an address that a partner registered is bounded alike",
        ["Clients"] = "the keys of a client are imported once",
        ["ClientKeys"] = "what a client signs, and what is encrypted for it, goes by the same keys",
        ["RequestLimits"] = "a parameter keeps the same limits wherever it stands",
        ["FrontChannelLogout"] = "whoever signs a browser out leads it past the applications that are told there",
        ["PairwiseSubjects"] = "whoever names a citizen to a client names them by its sector",
    };

    /// <summary>What Web may see of Protocol, and why. The root is the table of contents and needs no entry.</summary>
    public static readonly IReadOnlyDictionary<string, string> Doors = new Dictionary<string, string>
    {
        ["DeviceAuthorization.DeviceConnections"] = "the pages that connect a device ask it what comes next and tell it the answer",
        ["DeviceAuthorization.DeviceEntry"] = "the page where a device's code is typed",
        ["DeviceAuthorization.DeviceEntryOutcome"] = "what became of that code",
        ["DeviceAuthorization.DeviceStep"] = "what those pages show",
        ["Discovery.KeepDocuments"] = "the host serves the kept documents before anything looks at a request",
        ["DynamicRegistration.RegistrationEndpoint"] = "the host maps the endpoint where clients register themselves",
        ["DynamicRegistration.RegistrationOptions"] = "the host lists every section of the configuration",
        ["EndSession.EndSessionInteractions"] = "the sign-out page asks it what to show and tells it the answer",
        ["EndSession.EndSessionState"] = "what that page shows",
        ["Errors.ProtocolPages"] = "the address at which Web shows an error",
        ["Errors.RequestError"] = "what that page explains",
        ["Errors.RequestErrorCause"] = "why, without the protocol's words",
        ["FormPost.FormPostResponse"] = "what the page with the Continue button posts",
        ["FrontChannelLogout.SignedOutState"] = "what the signed-out page shows",
        ["FrontChannelLogout.SigningOut"] = "the pages that sign a browser out ask it what comes next",
        ["Interaction.AuthorizationInteraction"] = "what the sign-in and consent pages work on",
        ["Interaction.BrowserCookies"] = "how every cookie of the provider is named",
        ["Interaction.BrowserSession"] = "who is signed in, for every page",
        ["Interaction.DeviceApproval"] = "how far the connection of a device is",
        ["Interaction.InteractionLanguages"] = "the host says which languages its pages speak",
        ["Interaction.InteractionPages"] = "the addresses of pages that the protocol sends a browser to",
        ["Interaction.InteractionState"] = "how far a journey is",
        ["Interaction.Interactions"] = "finds the journey a page belongs to",
        ["Interaction.MissingDetails"] = "which details an application needs and the account lacks",
        ["Interaction.PendingSignIn"] = "half a sign-in, which the page of the second step completes",
        ["Interaction.ProofNeed"] = "what the page that confirms a citizen has to ask for",
        ["Outgoing.OutgoingOptions"] = "the host lists every section of the configuration",
        ["SessionManagement.SessionManagementRoom"] = "the host maps the page that applications frame, and keeps its cookie true",
        ["VectorsOfTrust.TrustmarkEndpoint"] = "the host maps the page that a vector's trustmark names",
        // The door of a room that tests can walk through too.
        ["Door.Handle"] = "planted: it shows that a named door is let be",
    };

    public static readonly Rule[] All =
    [
        new(RoomsKnowSharedRooms, house =>
            from type in house.In("Protocol")
            let own = type.Room("Protocol")
            where own.Length > 0
            from known in type.Knows
            where House.IsIn(known, house.At("Protocol"))
            let other = house.Types.FirstOrDefault(candidate => candidate.Name == known.Split('+', '<', '`')[0])?.Room("Protocol") ?? ""
            where other.Length > 0 && other != own && !Shared.ContainsKey(other)
            select new Breach(type.Name, $"knows {known} of the room {other}")),
        new(RoomsAreClosed, house =>
            from type in house.In("Protocol")
            where type.Room("Protocol").Length > 0 && type.Type.Visibility == Visibility.Public
                && !Doors.ContainsKey(type.Name[(house.At("Protocol").Length + 1)..])
            select new Breach(type.Name, "is public")),
        new(RulesAreSealed, house =>
            from type in house.In("Protocol")
            where type.Type is Class { IsSealed: not true, IsAbstract: not true } && !type.Type.IsCompilerGenerated
            select new Breach(type.Name, "is open to inheritance")),
    ];
}
