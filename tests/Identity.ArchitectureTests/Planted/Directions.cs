using Identity.ArchitectureTests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenIddict.Server;

namespace Planted.Sdk
{
    internal static class Innocent;

    [Breaks(DirectionRules.SdkKnowsNobody)]
    internal sealed class KnowsDomain(Domain.Innocent innocent)
    {
        public override string? ToString() => innocent.ToString();
    }
}

namespace Planted.Verifiers
{
    internal sealed class KnowsSdk
    {
        public Type Sdk => typeof(Sdk.Innocent);
    }

    [Breaks(DirectionRules.VerifiersKnowSdk)]
    internal sealed class KnowsWeb
    {
        public Type Web => typeof(Web.Innocent);
    }
}

namespace Planted.Domain
{
    internal sealed class Innocent;

    [Breaks(DirectionRules.DomainKnowsNoHttp)]
    internal static class TakesContext
    {
        public static void Take(HttpContext context) => _ = context;
    }

    [Breaks(DirectionRules.DomainKnowsNoHttp)]
    internal static class BuildsInALambda
    {
        public static Action<object> Take => app => ((IApplicationBuilder)app).Build();
    }

    [Breaks(DirectionRules.DomainKnowsNoHttp)]
    internal static class KnowsAfterWaiting
    {
        public static async Task<int> Take(Func<Task<object>> get) => ((HttpResponse)await get()).StatusCode;
    }

    [Breaks(DirectionRules.DomainKnowsNoEngine)]
    internal sealed class HoldsOptions
    {
        public List<OpenIddictServerOptions> Options { get; } = [];
    }

    [Breaks(DirectionRules.DomainKnowsNobodyAbove)]
    internal sealed class KnowsProtocol
    {
        public Type Protocol => typeof(Protocol.Innocent);
    }
}

namespace Planted.Protocol
{
    internal sealed class Innocent(Domain.Innocent innocent)
    {
        public override string? ToString() => innocent.ToString();
    }

    [Breaks(DirectionRules.ProtocolKnowsNoWeb)]
    internal static class KnowsWeb
    {
        public static Web.Innocent? Page() => null;
    }
}

namespace Planted.Web
{
    internal sealed class Innocent(Domain.Innocent innocent, Protocol.Innocent protocol)
    {
        public override string ToString() => $"{innocent}{protocol}";
    }

    [Breaks(DirectionRules.NobodyKnowsVerifiers)]
    internal static class KnowsVerifier
    {
        public static bool Is(object some) => some is Verifiers.KnowsSdk;
    }
}
