namespace Parameterize.Testing;

/// <summary>
/// A snapshot file is new, different, stale, or not in the format; or nothing was generated at all. The message has the diff.
/// </summary>
public sealed class SnapshotException : Exception
{
    /// <summary>Without a message.</summary>
    public SnapshotException()
    {
    }

    /// <summary>With what differs, and what to do.</summary>
    public SnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>With its cause.</summary>
    public SnapshotException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
