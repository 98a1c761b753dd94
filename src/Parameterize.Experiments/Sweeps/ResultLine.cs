using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// One line of a results file: <c>{"id":"…","madeBy":"…","settings":{…},"numbers":{…},"series":{…}}</c>, keys in ordinal order, doubles
/// round-trip, without <c>madeBy</c> where it is not known, NaN and the infinities as the strings "NaN", "Infinity" and "-Infinity".
/// </summary>
internal static class ResultLine
{
    /// <summary>The line, without its newline.</summary>
    public static string Write(TrialResult result)
    {
        var madeBy = result.MadeBy.Length == 0 ? null : result.MadeBy;
        return JsonSerializer.Serialize(
            new ResultDto(result.Id, madeBy, result.Settings, result.Numbers, result.Series), ResultJson.Default.ResultDto);
    }

    /// <summary>The result, or null when the text is not a whole result.</summary>
    public static TrialResult? TryRead(ReadOnlySpan<byte> line)
    {
        try
        {
            var read = JsonSerializer.Deserialize(line, ResultJson.Default.ResultDto);
            return read is null || string.IsNullOrEmpty(read.Id) ? null : read.ToResult();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a kill while a result was written can have left this text: how each result begins, and JSON that goes on.</summary>
    public static bool IsTorn(ReadOnlySpan<byte> text)
    {
        if (text.Length <= Beginning.Length)
        {
            return !text.IsEmpty && Beginning.StartsWith(text);
        }

        if (!text.StartsWith(Beginning))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, state: default);
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Beginning => "{\"id\":\""u8;
}

/// <summary>The shape in the file; the orders of the dictionaries are those of <see cref="TrialResult"/>.</summary>
internal sealed record ResultDto(
    string Id,
    string? MadeBy,
    IReadOnlyDictionary<string, string>? Settings,
    IReadOnlyDictionary<string, double>? Numbers,
    IReadOnlyDictionary<string, ImmutableArray<double>>? Series)
{
    public TrialResult ToResult()
    {
        var empty = new TrialResult(Id);
        return empty with
        {
            MadeBy = MadeBy ?? "",
            Settings = empty.Settings.SetItems(Settings ?? empty.Settings),
            Numbers = empty.Numbers.SetItems(Numbers ?? empty.Numbers),
            Series = empty.Series.SetItems(Series ?? empty.Series),
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ResultDto))]
internal sealed partial class ResultJson : JsonSerializerContext;
