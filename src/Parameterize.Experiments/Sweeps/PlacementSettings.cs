namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// What a result says of where it was trained. Nothing here is of a type of TorchSharp's, which who draws results need not have.
/// </summary>
internal static class PlacementSettings
{
    public const string Device = "device";
    public const string Dtype = "dtype";

    private static readonly string[] All = [Device, Dtype];

    /// <summary>In words; empty for a result that was trained as it was built.</summary>
    public static string Of(TrialResult result) =>
        string.Join(", ", All.Where(result.Settings.ContainsKey).Select(name => result.Settings[name]));
}
