using Identity.Demo.RelyingParty;

namespace Identity.Demo.Appointments.Pages;

internal sealed class ProblemModel : ProblemPage;
