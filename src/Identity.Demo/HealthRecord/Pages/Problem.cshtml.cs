using Identity.Demo.RelyingParty;

namespace Identity.Demo.HealthRecord.Pages;

internal sealed class ProblemModel : ProblemPage;
