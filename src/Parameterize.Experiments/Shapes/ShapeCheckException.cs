namespace Parameterize.Experiments.Shapes;

/// <summary>A model's shapes do not grow as its table claims.</summary>
public sealed class ShapeCheckException : Exception
{
    /// <summary>With no message.</summary>
    public ShapeCheckException()
    {
    }

    /// <summary>With a diagnosis.</summary>
    public ShapeCheckException(string message)
        : base(message)
    {
    }

    /// <summary>With a diagnosis and a cause.</summary>
    public ShapeCheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With what was found.</summary>
    public ShapeCheckException(ShapeCheckResult result)
        : base($"{(result ?? throw new ArgumentNullException(nameof(result))).Summary}\n{result.Diagnosis}") => Result = result;

    /// <summary>All rows and what the shapes say of them, where a check threw this.</summary>
    public ShapeCheckResult? Result { get; }
}
