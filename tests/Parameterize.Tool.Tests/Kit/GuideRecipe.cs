using System.Diagnostics;
using Parameterize.Tool.Tests.Subjects;

namespace Parameterize.Tool.Tests.Kit;

/// <summary>
/// A recipe of docs/guides/distribution.md as it stands there, but for the experiment's name. It finds what the guide says is there: the
/// command <c>parameterize</c>, and an assembly in MODEL.
/// </summary>
internal sealed class GuideRecipe : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The block with all of these texts in it.</summary>
    public GuideRecipe(params string[] texts)
    {
        var block = FencedBlock.Of("docs/guides/distribution.md")
            .Single(one => texts.All(text => one.Text.Contains(text, StringComparison.Ordinal)));
        Assert.Contains("--experiment RateSweep", block.Text, StringComparison.Ordinal);
        Script = _folder.Write("recipe.sh", block.Text.Replace("RateSweep", nameof(TinyExperiment), StringComparison.Ordinal));
        _folder.WriteProgram("parameterize", $"#!/bin/sh\nexec \"{ToolProcess.Dotnet}\" \"{ToolProcess.Tool}\" \"$@\"\n");
    }

    /// <summary>The recipe as a file.</summary>
    public string Script { get; }

    /// <summary>A file in the folder where it runs.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>What runs a command there.</summary>
    public ProcessStartInfo Start(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = _folder.Path };
        start.Environment["PATH"] = $"{_folder.Path}:{start.Environment["PATH"]}";
        start.Environment["MODEL"] = ToolRun.OwnAssembly;
        return start;
    }

    /// <summary>What <c>merge</c> makes of the results of one run on one machine.</summary>
    public async Task<string> OfOneRun()
    {
        var whole = _folder.File("whole.jsonl");
        (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "--experiment", nameof(TinyExperiment), "--output", whole)).Expect(0);
        return (await ToolRun.Of("merge", whole)).Expect(0).Output;
    }

    public void Dispose() => _folder.Dispose();
}
