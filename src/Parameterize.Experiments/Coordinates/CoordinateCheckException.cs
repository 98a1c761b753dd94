namespace Parameterize.Experiments.Coordinates;

/// <summary>A model does not scale as its annotations say.</summary>
public sealed class CoordinateCheckException : Exception
{
    /// <summary>With no message.</summary>
    public CoordinateCheckException()
    {
    }

    /// <summary>With a diagnosis.</summary>
    public CoordinateCheckException(string message)
        : base(message)
    {
    }

    /// <summary>With a diagnosis and a cause.</summary>
    public CoordinateCheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
