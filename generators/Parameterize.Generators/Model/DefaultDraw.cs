namespace Parameterize.Generators.Model;

/// <summary>What TorchSharp draws a module's tensors from, as far as generated code can repeat it from a generator.</summary>
internal enum DefaultDraw
{
    /// <summary>Constants, or a draw that is not repeated.</summary>
    None,

    /// <summary>Weight and bias U(-1/sqrt(f), 1/sqrt(f)), f the size of the weight along all axes but the first.</summary>
    ByFanIn,

    /// <summary>N(0, 1).</summary>
    Normal,

    /// <summary>Nothing: the memory as it is. Ones and zeros have to be written.</summary>
    Unset,
}
