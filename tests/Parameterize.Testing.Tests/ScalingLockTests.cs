using Parameterize.Samples.Mlp;
using Parameterize.Testing.Locks;

namespace Parameterize.Testing.Tests;

/// <summary>The file that says how models scale, against the models.</summary>
public sealed class ScalingLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parameterize-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_matches_and_what_changed_is_shown_as_a_diff()
    {
        var file = Path.Combine(_folder, "parameterize.lock.md");
        var missing = Assert.Throws<SnapshotException>(() => ScalingLock.Match(typeof(CharacterMlp).Assembly, file));
        Assert.StartsWith($"There is no {file} yet; it would be:\n", missing.Message, StringComparison.Ordinal);

        var text = ScalingLock.TextOf(typeof(CharacterMlp).Assembly);
        File.WriteAllText(file, text.ReplaceLineEndings("\r\n")); // as a checkout on Windows leaves it
        ScalingLock.Match(typeof(CharacterMlp).Assembly, file);

        File.WriteAllText(file, text.Replace("n = width / 64", "n = width / 32", StringComparison.Ordinal));
        var different = Assert.Throws<SnapshotException>(() => ScalingLock.Match(typeof(CharacterMlp).Assembly, file));
        Assert.Contains("-n = width / 32\n+n = width / 64\n", different.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "If this is as intended: PARAMETERIZE_ACCEPT_SNAPSHOTS=1 dotnet test, or parameterize lock", different.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_a_table_for_each_model_and_what_its_symbols_are()
    {
        var text = ScalingLock.TextOf(typeof(Samples.Transformer.CharacterTransformer).Assembly);
        string[] models = [.. text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        Assert.Equal(models.Order(StringComparer.Ordinal), models);
        Assert.Contains("## Parameterize.Samples.Transformer.Block", models);
        Assert.Contains("| _query.weight", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_models_is_said_to_have_none() =>
        Assert.Contains(
            "has no model", Assert.Throws<SnapshotException>(() => ScalingLock.TextOf(typeof(LockText).Assembly)).Message,
            StringComparison.Ordinal);
}
