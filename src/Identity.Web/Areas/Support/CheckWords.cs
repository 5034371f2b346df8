using System.Diagnostics;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Verification;

namespace Identity.Web.Areas.Support;

/// <summary>What checks and actions are called, by the keys of their words.</summary>
internal static class CheckWords
{
    public static string Of(CheckKind kind) => kind switch
    {
        CheckKind.OwnScreen => "support.check.ownScreen",
        CheckKind.EmailCode => "support.check.email",
        CheckKind.PhoneCode => "support.check.phone",
        _ => throw new UnreachableException(),
    };

    public static string Of(SupportAction action) => action switch
    {
        SupportAction.SendHelp => "support.action.sendHelp",
        SupportAction.SignOut => "support.action.signOut",
        SupportAction.Freeze => "support.action.freeze",
        SupportAction.Unfreeze => "support.action.unfreeze",
        SupportAction.RemoveApp => "support.action.removeApp",
        SupportAction.RemovePasskey => "support.action.removePasskey",
        SupportAction.StartRecovery => "support.action.startRecovery",
        SupportAction.Deceased => "support.action.deceased",
        _ => throw new UnreachableException(),
    };
}
