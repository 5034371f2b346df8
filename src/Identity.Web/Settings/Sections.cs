using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Grants;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Notifications.Gateway;
using Identity.Domain.Notifications.Letters;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Phones;
using Identity.Domain.Recovery;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Verification;
using Identity.Protocol;
using Identity.Protocol.DynamicRegistration;
using Identity.Protocol.Outgoing;
using Identity.Web.Hosting;
using Identity.Web.Locales;
using Identity.Web.Management;
using Identity.Web.Organisation;
using Identity.Web.Plugins;
using Identity.Web.Telemetry;
using Identity.Web.Themes;
using SessionOptions = Identity.Domain.Sessions.SessionOptions;

namespace Identity.Web.Settings;

internal static class Sections
{
    /// <summary>Every section of the configuration that is ours, in the order of <c>identity.json</c>.</summary>
    public static readonly IReadOnlyList<Section> All =
    [
        Section.Of<ProtocolOptions>("Protocol"),
        Section.Of<OutgoingOptions>("Outgoing"),
        Section.Of<RegistrationOptions>("Registration"),
        Section.Of<HostingOptions>("Hosting"),
        Section.Of<ManagementOptions>("Management"),
        Section.Of<TelemetryOptions>("Telemetry"),
        Section.Of<StorageOptions>("Storage"),
        Section.Of<KeyOptions>("Keys"),
        Section.Of<SessionOptions>("Sessions"),
        Section.Of<RecoveryOptions>("Recovery"),
        Section.Of<VerificationOptions>("Verification"),
        Section.Of<PluginOptions>("Verifiers"),
        Section.Of<GrantOptions>("Grants"),
        Section.Of<AccountOptions>("Accounts"),
        Section.Of<CredentialOptions>("Credentials"),
        Section.Of<PasskeyOptions>("Passkeys"),
        Section.Of<LimitOptions>("Limits"),
        Section.Of<SupportOptions>("Support"),
        Section.Of<PhoneOptions>("Phones"),
        Section.Of<MailOptions>("Mail"),
        Section.Of<TextOptions>("Texts"),
        Section.Of<LetterOptions>("Letters"),
        Section.Of<ThemeOptions>("Themes"),
        Section.Of<LocaleOptions>("Locales"),
        Section.Of<OrganisationOptions>("Organisation"),
    ];
}
