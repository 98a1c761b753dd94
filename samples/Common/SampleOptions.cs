using System.CommandLine;

namespace Parameterize.Samples;

/// <summary>What a sample can be asked besides what every sample can.</summary>
public static class SampleOptions
{
    /// <summary>For samples that read text.</summary>
    public static Option<FileInfo?> Corpus { get; } =
        new("--corpus") { Description = "A text file, in place of the SDK's XML documentation." };

    /// <summary>For samples with a picture of the whole.</summary>
    public static Option<DirectoryInfo?> Figures { get; } =
        new("--figures") { Description = "A folder to write overview.svg to, besides the report." };

    /// <summary>For samples that train.</summary>
    public static Option<string?> Device { get; } = new("--device") { Description = "Where models train: cpu, cuda, cuda:1 or mps." };

    /// <summary>For samples that train.</summary>
    public static Option<string?> Dtype { get; } =
        new("--dtype") { Description = "In which element type they train: bfloat16, float32 or float64." };

    /// <summary>For samples that sweep the rate over widths.</summary>
    public static Option<long?> Widest { get; } =
        new("--widest") { Description = "The largest width of the rate sweep; each width is twice the one before." };
}
