namespace Identity.Domain.Sessions;

/// <summary>A living session as its owner sees it.</summary>
/// <param name="SessionId">The row; opens nothing.</param>
/// <param name="Device">What <see cref="UserAgent"/> made of the browser that signed in.</param>
/// <param name="Since">When it began.</param>
/// <param name="LastUsed">When it was last used, to the minute.</param>
public sealed record SignedInDevice(Guid SessionId, string Device, DateTimeOffset Since, DateTimeOffset LastUsed);
