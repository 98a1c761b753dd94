namespace Parameterize.TorchSharp.Tests.Traps;

/// <summary>
/// A fault of TorchSharp that this product works around. Each test holds that the fault is still there: when TorchSharp mends it, the test
/// fails and names the work-around that can go.
/// </summary>
internal static class Trap
{
    /// <summary>Fails where TorchSharp no longer has the fault.</summary>
    public static void IsStillThere(bool fault, string workAround) =>
        Assert.True(fault, $"TorchSharp has mended this: {workAround} can go, once the oldest supported version is mended too.");
}
