using System.Text.Json;
using System.Text.Json.Nodes;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

/// <summary>What a reviewer sees of a change: the difference of two tables, and the file that a test compares.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_is_as_its_saved_table()
    {
        var saved = _folder.Write("old.json", (await ToolRun.Of("inspect", ToolRun.Sample, "--json")).Expect(0).Output);
        Assert.Equal("All models scale as before.\n", (await ToolRun.Of("diff", saved, ToolRun.Sample)).Expect(0).Output);
    }

    [Fact]
    public async Task What_changed_is_named_by_model_tensor_and_factor()
    {
        var saved = (await ToolRun.Of("inspect", ToolRun.Sample, "--model", "CharacterMlp", "--json")).Expect(0).Output;
        var old = _folder.Write("old.json", WithOneMore(saved)
            .Replace("n = width / 64", "n = width / 128", StringComparison.Ordinal)
            .Replace(
                "\"name\": \"_mix.weight\",\n          \"kind\": \"Hidden\"", "\"name\": \"_mix.weight\",\n          \"kind\": \"Input\"",
                StringComparison.Ordinal)
            .Replace("_refine.bias", "_gone.bias", StringComparison.Ordinal));
        var run = (await ToolRun.Of("diff", old, ToolRun.Sample)).Expect(1);
        Assert.Equal(
            """
            Parameterize.Samples.Mlp.CharacterMlp

            tensor        what    old              new
                          sizes   n = width / 128  n = width / 64
            _mix.weight   kind    Input            Hidden
            _gone.bias    tensor  Vector           –
            _refine.bias  tensor  –                Vector

            Parameterize.Samples.Mlp.FormerMlp

            tensor  what   old    new
                    model  there  –

            3 tensors of 2 models scale otherwise.

            """,
            run.Output);
        Assert.StartsWith(
            "model,tensor,what,old,new\nParameterize.Samples.Mlp.CharacterMlp,,sizes,n = width / 128,n = width / 64\n",
            (await ToolRun.Of("diff", old, ToolRun.Sample, "--csv")).Expect(1).Output,
            StringComparison.Ordinal);

        static string WithOneMore(string saved)
        {
            var tables = JsonNode.Parse(saved)!;
            var former = tables["models"]![0]!.DeepClone();
            former["type"] = "Parameterize.Samples.Mlp.FormerMlp";
            tables["models"]!.AsArray().Add(former);
            return tables.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        }
    }

    [Fact]
    public async Task A_lock_file_is_written_checked_and_seen_to_differ()
    {
        var file = _folder.File("parameterize.lock.md");
        var missing = (await ToolRun.Of("lock", ToolRun.Sample, "--output", file, "--check")).Expect(1);
        Assert.Contains("`parameterize lock` writes it anew", missing.Output, StringComparison.Ordinal);

        (await ToolRun.Of("lock", ToolRun.Sample, "--output", file)).Expect(0);
        var text = await File.ReadAllTextAsync(file);
        Assert.StartsWith("# How the models scale\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n## Parameterize.Samples.Mlp.CharacterMlp\n\nn = width / 64\n\nCharacterMlp: r = set at run time, gauge NeuralTangent\n\n"
                + "| tensor", text, StringComparison.Ordinal);
        (await ToolRun.Of("lock", ToolRun.Sample, "--output", file, "--check")).Expect(0);

        await File.WriteAllTextAsync(file, text.Replace("n^(2r)", "n", StringComparison.Ordinal));
        (await ToolRun.Of("lock", ToolRun.Sample, "--output", file, "--check")).Expect(1);
    }

    [Fact]
    public async Task What_is_no_table_is_said_to_be_none()
    {
        var text = _folder.Write("notes.json", "{}");
        Assert.Contains(
            "is not what `parameterize inspect --json` writes", (await ToolRun.Of("diff", text, ToolRun.Sample)).Expect(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "'nowhere.json' does not exist", (await ToolRun.Of("diff", "nowhere.json", text)).Expect(2).Error, StringComparison.Ordinal);
    }
}
