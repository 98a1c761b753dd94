namespace TorchSharp.Modules;

/// <summary>What a parameter group may set for itself; null means the optimizer's value.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    /// <summary>The rate that schedulers start from.</summary>
    public double InitialLearningRate { get; set; }
}
