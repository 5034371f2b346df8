using System.Diagnostics;
using Identity.Domain.Partners.Applications;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>What kinds of applications are called, by the keys of their words.</summary>
internal static class KindWords
{
    public static IReadOnlyList<ApplicationKind> All { get; } = Enum.GetValues<ApplicationKind>();

    public static string Of(ApplicationKind kind) => kind switch
    {
        ApplicationKind.Web => "partners.kind.web",
        ApplicationKind.Browser => "partners.kind.browser",
        ApplicationKind.Native => "partners.kind.native",
        ApplicationKind.Device => "partners.kind.device",
        ApplicationKind.Machine => "partners.kind.machine",
        _ => throw new UnreachableException(),
    };

    public static string What(ApplicationKind kind) => kind switch
    {
        ApplicationKind.Web => "partners.kind.webWhat",
        ApplicationKind.Browser => "partners.kind.browserWhat",
        ApplicationKind.Native => "partners.kind.nativeWhat",
        ApplicationKind.Device => "partners.kind.deviceWhat",
        ApplicationKind.Machine => "partners.kind.machineWhat",
        _ => throw new UnreachableException(),
    };
}
