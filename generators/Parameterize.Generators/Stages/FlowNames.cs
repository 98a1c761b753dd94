namespace Parameterize.Generators.Stages;

/// <summary>Names of TorchSharp's that a forward pass is followed through, or not.</summary>
internal static class FlowNames
{
    private static readonly HashSet<string> Calls = ["call", "forward", "Invoke"];

    /// <summary>What is asked of a tensor without looking at its numbers.</summary>
    private static readonly HashSet<string> Looks =
    [
        "shape", "size", "dim", "ndim", "numel", "NumberOfElements", "dtype", "device", "device_type", "stride", "Length", "Count",
        "zeros_like", "ones_like", "rand_like",
        "randn_like", "empty_like",
    ];

    /// <summary>Whether a method runs a module.</summary>
    public static bool IsCall(string method) => Calls.Contains(method);

    /// <summary>Whether what comes out has nothing of the numbers that went in.</summary>
    public static bool IsLook(string member) => Looks.Contains(member);
}
