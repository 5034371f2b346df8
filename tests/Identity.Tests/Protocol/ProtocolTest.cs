using Identity.Domain.Storage;

namespace Identity.Tests.Protocol;

/// <summary>A <see cref="ProtocolScene"/> of each test's own.</summary>
public abstract class ProtocolTest(StorageProvider storage = StorageProvider.Sqlite) : ProtocolScene(storage);

/// <summary>One scene for all tests of a class, where each leaves nothing behind that another would notice.</summary>
public sealed class SharedScene() : ProtocolScene(StorageProvider.Sqlite);
