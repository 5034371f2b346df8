namespace Identity.Domain.Support.Roles;

/// <summary>What somebody may do in the console. Settings name it in lower case, with hyphens.</summary>
public enum Permission
{
    /// <summary>Look for an account, with a reason.</summary>
    Find,

    /// <summary>See a value of it whole, with a reason.</summary>
    Reveal,

    /// <summary>Keep an account for supervisors alone, and open one that is.</summary>
    Flag,

    /// <summary>In an emergency, open for half an hour what only supervisors may; supervisors and citizens are told at once.</summary>
    BreakGlass,

    /// <summary>Check who calls, and act for them: what could take an account over needs a second person.</summary>
    Act,

    /// <summary>Be that second person, when drawn.</summary>
    Approve,

    /// <summary>Stand at a desk: compare a document with whoever brings a code, or vouch for them.</summary>
    Desk,

    /// <summary>See whose looks are unusual.</summary>
    Watch,

    /// <summary>Read what a member of staff did, and prove the record.</summary>
    Audit,

    /// <summary>Invite members of staff, replace their passkeys, and end their service.</summary>
    ManageStaff,

    /// <summary>Propose roles, and approve what another has proposed.</summary>
    ManageRoles,
}
