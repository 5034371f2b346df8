using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>A domain with a console in which any passkey will do: what is asked of passkeys is shown by <see cref="StaffKeyTests"/>.</summary>
public abstract class SupportTest(StorageProvider provider) : OnBothDatabases(provider)
{
    protected const string Origin = "http://localhost:5010";

    private TestStaff? _staff;

    protected override IEnumerable<(string Key, string Value)> Settings =>
        [("Support:Port", "5010"), ("Support:DangerAnyPasskey", "true")];

    protected TestStaff Staff => _staff ??= new TestStaff(Domain.Services, Origin);

    protected StaffDirectory Directory => Domain.Get<StaffDirectory>();

    protected StaffInvitations Invitations => Domain.Get<StaffInvitations>();
}
