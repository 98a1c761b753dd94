using System.Text.Json;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shows_every_model_in_plain_text_in_a_pipe()
    {
        var run = (await ToolRun.Of("inspect", ToolRun.Sample)).Expect(0);
        Assert.Contains("CharacterMlp: r = set at run time, gauge NeuralTangent, n = width / 64\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "_mix.weight         Hidden  n  n        n^-1/2      1   n^(2r)    n^(r - 1)", run.Output, StringComparison.Ordinal);
        Assert.Contains("_readout          n^(-r)                   1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nAs widths grow, stable, nontrivial, maximal at every richness", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('│', run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_richness_that_is_fixed_is_a_number_in_what_is_predicted_too()
    {
        var run = (await ToolRun.Of("inspect", ToolRun.OwnAssembly, "--model", "QuarterMlp")).Expect(0);
        Assert.StartsWith("QuarterMlp: r = 1/4, gauge NeuralTangent, n = size.Width / 16\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            """

            layer     output at init  change by training
            _embed                 1              n^-1/4
            _readout          n^-1/4                   1

            """.ReplaceLineEndings("\n"),
            run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain('(', run.Output.Split('\n')[2]);
    }

    [Theory]
    [InlineData("CharacterMlp")]
    [InlineData("Parameterize.Samples.Mlp.CharacterMlp")]
    public async Task Filters_and_prints_json(string model)
    {
        var run = (await ToolRun.Of("inspect", ToolRun.Sample, "--model", model, "--json")).Expect(0);
        using var json = JsonDocument.Parse(run.Output);
        var only = Assert.Single(json.RootElement.GetProperty("models").EnumerateArray());
        Assert.Equal("Parameterize.Samples.Mlp.CharacterMlp", only.GetProperty("type").GetString());
        Assert.Equal(9, only.GetProperty("tensors").GetArrayLength());
        Assert.Equal("r - 1/2", only.GetProperty("slopes")[1].GetProperty("change").GetString());
    }

    [Fact]
    public async Task Prints_a_row_for_each_tensor_as_csv()
    {
        var lines = (await ToolRun.Of("inspect", ToolRun.Sample, "--model", "CharacterMlp", "--csv")).Expect(0).Output.Split('\n');
        Assert.StartsWith(
            "model,name,kind,fanIn,fanOut,multiplier,initStd,sgdLearningRate,adamLearningRate,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "Parameterize.Samples.Mlp.CharacterMlp,_characters.weight,Finite,1,1,1,1,1,1,", lines[1], StringComparison.Ordinal);
        Assert.Equal(11, lines.Length);
    }

    [Fact]
    public async Task A_failed_proof_is_exit_code_one()
    {
        var run = (await ToolRun.Of("inspect", ToolRun.OwnAssembly)).Expect(1);
        Assert.Contains("\nFAILS for SGD-like, r = 1/2: not Maximal: layer `_mix` learns less", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_exit_code_two_with_a_reason()
    {
        var text = _folder.Write("text.dll", "no assembly");
        (string[] Arguments, string Reason)[] cases =
        [
            (["inspect", "nowhere.dll"], "'nowhere.dll' does not exist"),
            (["inspect", text], "is not a .NET assembly"),
            (["inspect", _folder.Write("notes.txt", "")], "is neither a .dll nor a .csproj"),
            (["inspect", _folder.Path], "holds no .csproj"),
            (["inspect", ToolRun.Sample, "--model", "Nobody"], "has no model 'Nobody'; it has CharacterMlp."),
            (["inspect", ToolRun.Beside("Parameterize.dll")], "has no model: no class of it bears [Parameterize]"),
            (["inspect", ToolRun.Sample, "--code"], "give the project (.csproj) for --code"),
            (["inspect", ToolRun.Sample, "--code", "--json"], "do not go together"),
            (["inspect"], "Required argument 'PATH' missing"),
            (["inspekt"], "'inspekt'"),
        ];
        foreach (var (arguments, reason) in cases)
        {
            var run = (await ToolRun.Of(arguments)).Expect(2);
            Assert.Contains(reason, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
    }
}
