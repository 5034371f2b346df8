using Identity.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Identity.BrowserTests.Running;

/// <summary>The provider with a support console, at which nobody has to wait a day to see what comes after it.</summary>
public sealed class PatientProvider() : RunningProvider("default", staffed: true)
{
    private readonly AheadClock clock = new();
    private TestStaff.Employed? colleague;

    /// <summary>Somebody waits this long.</summary>
    public void Wait(TimeSpan time) => clock.Advance(time);

    /// <summary>The one colleague of every agent, at work.</summary>
    public async Task<TestStaff.Employed> ColleagueAsync() => colleague = colleague is null ? await Staff.HireAsync("senior") : await Staff.ReturnAsync(colleague);

    protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
}
