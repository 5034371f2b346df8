using Identity.Domain.Support;
using Identity.Domain.Support.Roles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Identity.Tests.Domain.Support;

public sealed class SupportOptionsTests
{
    [Fact]
    public void The_defaults_hold() => Assert.Empty(Faults(new SupportOptions()));

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(6, Faults(new SupportOptions
    {
        Port = 70000,
        Address = "https://support.example/console",
        Idle = TimeSpan.Zero,
        Pause = TimeSpan.Zero,
        Closing = TimeSpan.FromDays(40),
        Roles = { ["agent"] = "fly" },
    }).Count);

    [Theory]
    [InlineData("root", "", "Support:Roles:root is set, and there is no such role.")]
    [InlineData("agent", "manage-staff open-sesame", "Support:Roles:agent holds 'open-sesame'.")]
    [InlineData("operator", "manage-staff", "Support:Roles:operator lacks manage-staff or manage-roles.")]
    public void A_role_that_cannot_be_is_told(string role, string may, string fault)
    {
        var options = new SupportOptions { Roles = { [role] = may } };

        Assert.StartsWith(fault, Assert.Single(Faults(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void Production_refuses_any_passkey_and_a_console_without_an_address() =>
        Assert.Equal(2, Faults(new SupportOptions { Port = 5010, DangerAnyPasskey = true }, Environments.Production).Count);

    [Fact]
    public void Every_permission_has_a_name_for_the_settings()
    {
        Assert.Equal("manage-staff", RoleTable.NameOf(Permission.ManageStaff));
        Assert.Distinct(Enum.GetValues<Permission>().Select(RoleTable.NameOf));
    }

    private static IReadOnlyList<string> Faults(SupportOptions options, string? environment = null) =>
        [.. new SupportOptionsValidator(new HostingEnvironment { EnvironmentName = environment ?? Environments.Development }).Validate(null, options).Failures ?? []];
}
