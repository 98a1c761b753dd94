namespace Parameterize;

/// <summary>What every annotated class implements in its generated part: its tables, for tools that meet it as an object.</summary>
public interface IParameterizedModel
{
    /// <summary>The class's symbolic table and predicted slopes.</summary>
    ModelScaling Scaling { get; }

    /// <summary>The instance's resolved table.</summary>
    ModelParameterization Parameterization { get; }
}
