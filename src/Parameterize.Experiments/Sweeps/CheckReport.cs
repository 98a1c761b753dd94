using System.Text.Json;
using System.Text.Json.Serialization;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Shapes;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// What a coordinate check measured, as data: numbers that are not finite are the strings "NaN", "Infinity" and "-Infinity".
/// </summary>
/// <param name="Variant">What was checked, in the experiment's words.</param>
/// <param name="Model">The class's name.</param>
/// <param name="Richness">The richness that it ran at.</param>
/// <param name="Settings">What was run.</param>
/// <param name="Verdicts">Measured slope against predicted, layer by layer.</param>
public sealed record CheckReport(
    string Variant, string Model, double Richness, CheckSettings Settings, IReadOnlyList<SlopeVerdict> Verdicts)
{
    /// <summary>The device that was asked for, as <c>cuda:1</c>; null where models train where they are built.</summary>
    public string? Device { get; init; }

    /// <summary>The element type that was asked for, as <c>bfloat16</c>; null for that of the models as they are built.</summary>
    public string? Dtype { get; init; }

    /// <summary>
    /// What the shapes say of the model's table; null for a check that does not ask. Where they contradict it nothing is trained.
    /// </summary>
    public ShapeCheckResult? Shapes { get; init; }

    /// <summary>What was measured step by step; empty unless each step was asked for.</summary>
    public IReadOnlyList<CoordinateStep> Course { get; init; } = [];

    /// <summary>Whether the table is as the shapes say, and every slope as predicted.</summary>
    public bool Passed => Shapes?.Passed != false && Verdicts.All(verdict => verdict.Passed);

    /// <summary>One line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CheckJson.Default.CheckReport);

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static CheckReport FromJson(string json) =>
        JsonSerializer.Deserialize(json, CheckJson.Default.CheckReport)
            ?? throw new JsonException("A check's report is an object, not null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class CheckJson : JsonSerializerContext;
