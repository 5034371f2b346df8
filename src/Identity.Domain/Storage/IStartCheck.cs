namespace Identity.Domain.Storage;

/// <summary>Something that has to hold before a node reads anything else. The order of registration is that of the checks.</summary>
internal interface IStartCheck
{
    /// <exception cref="StartRefusedException">It does not.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
