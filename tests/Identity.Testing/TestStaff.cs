using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Testing;

/// <summary>Employs support staff without the pages: two operators, each the other's witness, and whomever they hire.</summary>
/// <param name="services">Those of the provider.</param>
/// <param name="origin">Where the pages of the console are.</param>
public sealed class TestStaff(IServiceProvider services, string origin)
{
    /// <summary>Somebody who works here.</summary>
    /// <param name="Id">The row.</param>
    /// <param name="Key">What the cookie of their session holds.</param>
    /// <param name="Authenticator">Holds their passkey.</param>
    public sealed record Employed(Guid Id, string Key, SoftwareAuthenticator Authenticator);

    private Employed? _first;
    private Employed? _second;
    private int _hired;

    /// <summary>The first two operators.</summary>
    public async Task<(Employed First, Employed Second)> FoundAsync()
    {
        if (_first is not null && _second is not null)
            return (_first, _second);

        var invited = await Get<StaffInvitations>().InvitePairAsync(
            Invitee("ada@staff.test", "Ada", RoleTable.Operator), Invitee("ben@staff.test", "Ben", RoleTable.Operator), AuditSubject.Operator("host"), CancellationToken.None);
        _first = await EnrolAsync(invited[0]);
        _second = await EnrolAsync(invited[1]);
        await WitnessAsync(_first, _second);
        await WitnessAsync(_second, _first);
        return (_first, _second);
    }

    /// <summary>Somebody with a role: one operator invites them, the other witnesses their enrolment.</summary>
    public async Task<Employed> HireAsync(string role, string? email = null)
    {
        var (first, second) = await FoundAsync();
        var hired = await EnrolAsync(await Get<StaffInvitations>().InviteAsync(
            Invitee(email ?? $"{role}{++_hired}@staff.test", $"{role} {_hired}", role), AuditSubject.Staff(first.Id), CancellationToken.None));
        await WitnessAsync(await FindAsync(second) is null ? await ReturnAsync(second) : second, hired);
        return hired;
    }

    /// <summary>Their session as it is now, or null when it has ended.</summary>
    public Task<StaffSession?> FindAsync(Employed staff) => Get<StaffSessions>().FindAsync(staff.Key, CancellationToken.None);

    /// <summary>Their session as it is now.</summary>
    public async Task<StaffSession> SessionAsync(Employed staff) => await FindAsync(staff) ?? throw new InvalidOperationException("The session has ended.");

    /// <summary>Adds a passkey by the code of an invitation, and signs in with it.</summary>
    public async Task<Employed> EnrolAsync(InviteOutcome outcome, SoftwareAuthenticator? authenticator = null)
    {
        var invited = (InviteOutcome.Invited)outcome;
        authenticator ??= new SoftwareAuthenticator(origin);
        var key = await Get<StaffSessions>().RedeemAsync(invited.Code, CancellationToken.None) ?? throw new InvalidOperationException("The code does not work.");
        var session = await Get<StaffSessions>().FindAsync(key, CancellationToken.None) ?? throw new InvalidOperationException("There is no session.");
        var asked = await Get<StaffPasskeys>().BeginAddAsync(session, "their browser", CancellationToken.None);
        var added = await Get<StaffPasskeys>().AddAsync(session, "their browser", authenticator.Create(asked.OptionsJson), CancellationToken.None);
        return added is StaffKeyOutcome.Accepted
            ? new Employed(invited.StaffId, await SignInAsync(authenticator), authenticator)
            : throw new InvalidOperationException($"The passkey was not added: {added}.");
    }

    /// <summary>Signs in anew.</summary>
    public async Task<Employed> ReturnAsync(Employed staff) => staff with { Key = await SignInAsync(staff.Authenticator) };

    public async Task<bool> WitnessAsync(Employed witness, Employed enrolled) =>
        await Get<StaffDirectory>().WitnessAsync(await SessionAsync(witness), enrolled.Id, CancellationToken.None);

    /// <summary>Somebody to invite.</summary>
    public static Invitee Invitee(string email, string name, string role) => new(EmailAddress.Parse(email), name, role);

    private async Task<string> SignInAsync(SoftwareAuthenticator authenticator)
    {
        var asked = await Get<StaffPasskeys>().BeginUseAsync(null, "their browser", CancellationToken.None);
        var used = await Get<StaffPasskeys>().UseAsync("their browser", authenticator.Get(asked.OptionsJson), CancellationToken.None);
        return used is StaffKeyOutcome.Accepted(var staff)
            ? await Get<StaffSessions>().StartAsync(staff, CancellationToken.None)
            : throw new InvalidOperationException($"The passkey was refused: {used}.");
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();
}
