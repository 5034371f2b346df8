using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.RequestTraces;

/// <summary>Has each answer of a protocol endpoint recorded by <see cref="RequestTracer"/> before anything of it is sent.</summary>
internal sealed class TraceRequest<TContext>(RequestTracer tracer) : IOpenIddictServerHandler<TContext>
    where TContext : BaseRequestContext
{
    // After what gives the answer its last form, such as OpenIddict's names of errors.
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<TContext, TraceRequest<TContext>>(int.MinValue + 150_000);

    public ValueTask HandleAsync(TContext context) => tracer.RecordAsync(context.Transaction);
}
